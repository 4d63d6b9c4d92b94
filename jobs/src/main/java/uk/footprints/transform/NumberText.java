package uk.footprints.transform;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads numbers as publishers and ledgers write them: separators of thousands, a sign before or after, brackets or
 * {@code CR} for less than zero, pounds. An amount in another currency is not a number here.
 */
final class NumberText {

  /** One separator throughout: a comma, a space of any width or an apostrophe. */
  private static final Pattern THOUSANDS = Pattern.compile("[-+]?\\d{1,3}([, '])\\d{3}(?:\\1\\d{3})*(?:\\.\\d*)?");
  private static final Pattern CURRENCY = Pattern.compile("^([-+]?) ?(?:GBP|£) ?|() ?(?:GBP|£)$");
  /** Shorthand of the Government Statistical Service after a number: a break, provisional, revised, or a note. */
  private static final Pattern SHORTHAND = Pattern.compile(" ?\\[(?:b|p|r|note ?\\d+)\\]$", Pattern.CASE_INSENSITIVE);

  private static final int MOST_DIGITS = 15;

  private NumberText() {}

  /**
   * Reads a number; returns empty for other text.
   *
   * @param text with plain spaces only and none at its ends
   */
  static OptionalDouble read(String text) {
    if (isCount(text)) {
      return OptionalDouble.of(Long.parseLong(text));
    }
    String rest = text;
    if (!plain(text)) {
      rest = text.endsWith("]") ? SHORTHAND.matcher(text).replaceFirst("") : text;
      rest = withoutCurrency(rest.replace('−', '-').replace('‐', '-').replace('‑', '-').replaceFirst("^– ?", "-"));
    }
    boolean below = false;
    int signs = 0;
    if (rest.startsWith("(") && rest.endsWith(")")) {
      rest = withoutCurrency(rest.substring(1, rest.length() - 1).strip());
      below = true;
      signs++;
    }
    String upper = rest.toUpperCase(Locale.ROOT);
    if (upper.endsWith("CR") || upper.endsWith("DR")) {
      below |= upper.endsWith("CR");
      signs++;
      rest = withoutCurrency(rest.substring(0, rest.length() - 2).strip());
    }
    if (rest.length() > 1 && (rest.endsWith("-") || rest.endsWith("+"))) {
      below |= rest.endsWith("-");
      signs++;
      rest = withoutCurrency(rest.substring(0, rest.length() - 1).strip());
    }
    if (signs > 0 && (signs > 1 || rest.startsWith("-") || rest.startsWith("+"))) {
      // A bracketed minus is one sign written twice in some ledgers and two signs in others.
      return signs == 1 && text.startsWith("(") ? digits(rest, true) : OptionalDouble.empty();
    }
    return digits(rest, below);
  }

  /** Returns whether the text has only digits, and so few that a number holds them exactly. */
  private static boolean isCount(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MOST_DIGITS;
  }

  /** Returns whether the text has only digits, minus signs, commas and points. */
  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9' || c == '.' || c == ',' || c == '-')) {
        return false;
      }
    }
    return true;
  }

  private static String withoutCurrency(String text) {
    if (text.indexOf('£') < 0 && !text.toUpperCase(Locale.ROOT).contains("GBP")) {
      return text;
    }
    Matcher currency = CURRENCY.matcher(text.toUpperCase(Locale.ROOT));
    return currency.find() ? currency.replaceFirst(m -> m.group(1) == null ? "" : m.group(1)).strip() : text;
  }

  private static OptionalDouble digits(String text, boolean below) {
    String digits = separated(text) ? text.replaceAll("[, ']", "") : text;
    char first = digits.isEmpty() ? ' ' : digits.charAt(0);
    char last = digits.isEmpty() ? ' ' : digits.charAt(digits.length() - 1);
    boolean numeric = Character.isDigit(last) || last == '.';
    if (!numeric || !(Character.isDigit(first) || first == '-' || first == '.' || first == '+')) {
      return OptionalDouble.empty();
    }
    try {
      double number = Double.parseDouble(digits);
      return Double.isFinite(number) ? OptionalDouble.of(below ? -number : number) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** Returns whether separators divide thousands, as in {@code 1,234,567} but not in {@code 1,5}. */
  private static boolean separated(String text) {
    boolean any = text.indexOf(',') >= 0 || text.indexOf(' ') >= 0 || text.indexOf('\'') >= 0;
    return any && THOUSANDS.matcher(text).matches();
  }
}
