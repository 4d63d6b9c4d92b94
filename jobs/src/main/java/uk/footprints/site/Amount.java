package uk.footprints.site;

import java.util.Locale;

/**
 * A number as written in sentences: {@code 2.3%}, {@code 6.02 million}, {@code £13.7 billion}, with a real minus sign.
 *
 * @param number with its currency or per cent sign; empty when there is none
 * @param unit the words after it
 */
public record Amount(String number, String unit) {

  private static final int NAME = 120;

  /** Returns a number with its unit, or an empty amount for NaN. */
  static Amount of(double value, String unit) {
    if (Double.isNaN(value)) {
      return new Amount("", "");
    }
    if (unit.startsWith("%")) {
      return new Amount(shown(value, 1) + "%", unit.substring(1).strip());
    }
    if (unit.startsWith("GBP ")) {
      return new Amount("£" + shown(value, 1), unit.substring(4));
    }
    return new Amount(shown(value, unit.startsWith("million") ? 2 : 1), unit);
  }

  /** Whether there is a number. */
  public boolean isPresent() {
    return !number.isEmpty();
  }

  /** {@code 155 per 1,000 people}. */
  @Override
  public String toString() {
    return unit.isEmpty() ? number : number + " " + unit;
  }

  /** Writes a number with at most so many decimals; a small one with as many as it needs not to be nought. */
  private static String shown(double value, int most) {
    int decimals = most;
    while (value != 0 && decimals < 6 && Math.abs(value) < 0.5 * Math.pow(10, -decimals)) {
      decimals++;
    }
    String text = String.format(Locale.UK, "%,." + decimals + "f", value);
    String bare = text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    return bare.replace('-', '−');
  }

  /** Writes a whole number with commas. */
  static String whole(long value) {
    return String.format(Locale.UK, "%,d", value);
  }

  /** Returns the name of an area or item, cut to the width of a table's column. */
  static String cut(String name) {
    return cut(name, NAME);
  }

  /** Returns at most so many characters of a text, cut with an ellipsis between two code points. */
  static String cut(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
  }
}
