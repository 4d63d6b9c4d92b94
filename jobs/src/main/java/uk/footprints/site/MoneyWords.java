package uk.footprints.site;

import java.util.Map;

/** Amounts of money and what they are counted for, in words. */
final class MoneyWords {

  private static final Map<String, String> SCOPES =
      Map.of(
          "long_stay", "Emergency admissions of two days or more",
          "short_stay", "Emergency admissions of less than two days",
          "admissions", "Emergency admissions",
          "attendances", "A&E attendances",
          "admissions_and_attendances", "Emergency admissions and A&E attendances");

  private static final Map<String, String> QUANTITIES =
      Map.of(
          "allocation_per_person", "Allocation per head, £",
          "need", "Assessed need of all services",
          "need_general_acute", "Assessed need of general and acute services");

  private MoneyWords() {}

  /** Returns a scope of emergency care in words. */
  static String scope(String id) {
    return SCOPES.getOrDefault(id, sentence(id));
  }

  /** Returns a quantity of the allocations in words. */
  static String quantity(String id) {
    return QUANTITIES.getOrDefault(id, sentence(id));
  }

  /** Returns an amount in pounds as it is written in sentences: billions and millions with one decimal. */
  static Amount amount(double pounds) {
    double size = Math.abs(pounds);
    String sign = pounds < 0 ? "−" : "";
    return size >= 1e9
        ? new Amount(sign + "£" + NumberStyle.ONE.shown(size / 1e9), "billion")
        : size >= 1e6
            ? new Amount(sign + "£" + NumberStyle.ONE.shown(size / 1e6), "million")
            : new Amount(sign + NumberStyle.POUNDS.shown(size), "");
  }

  /** Returns words with a capital at the beginning. */
  static String sentence(String id) {
    String words = id.replace('_', ' ');
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
