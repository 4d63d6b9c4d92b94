package uk.footprints.report.page;

import java.util.Locale;

/** Numbers in sentences: {@code 2.3%}, {@code 6.02 million}, {@code £13.7 billion}, with a real minus sign. */
final class Amount {

  private Amount() {}

  /** An amount with its unit. */
  static String of(double value, String unit) {
    if (unit.startsWith("%")) {
      return number(value, 1) + unit;
    }
    if (unit.startsWith("GBP ")) {
      return "£" + number(value, 1) + unit.substring(3);
    }
    return number(value, unit.startsWith("million") ? 2 : 1) + (unit.isEmpty() ? "" : " " + unit);
  }

  /** A number with at most so many decimals; a whole one has none. */
  static String number(double value, int decimals) {
    String text = String.format(Locale.UK, "%,." + decimals + "f", value);
    String bare = text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    return bare.replace('-', '−');
  }

  /** A whole number with commas. */
  static String whole(long value) {
    return String.format(Locale.UK, "%,d", value);
  }

  /** At most so many characters, cut with an ellipsis between two code points. */
  static String cut(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
  }
}
