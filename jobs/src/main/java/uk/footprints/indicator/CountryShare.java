package uk.footprints.indicator;

import uk.footprints.text.DecimalDigits;

/** Says in words which part of England's figures something is. */
final class CountryShare {

  private static final double SMALL = 10;

  private CountryShare() {}

  /**
   * Returns words such as {@code 191,953 of England's 6,597,740 (2.9%)}.
   *
   * @param numerator the part of the numerator
   * @param ofNumerator England's numerator
   * @param denominator the part of the denominator
   * @param ofDenominator England's denominator; 0 where the indicator has none of its own
   */
  static String of(double numerator, double ofNumerator, double denominator, double ofDenominator) {
    String counted = share(numerator, ofNumerator);
    return ofDenominator > 0 ? counted + ", divided by " + share(denominator, ofDenominator) : counted;
  }

  private static String share(double part, double whole) {
    String percent = whole > 0 ? " (" + DecimalDigits.oneDecimal(100 * part / whole) + "%)" : "";
    return amount(part) + " of England's " + amount(whole) + percent;
  }

  private static String amount(double number) {
    boolean fraction = number != Math.rint(number) && Math.abs(number) < SMALL;
    return fraction ? DecimalDigits.oneDecimal(number) : DecimalDigits.whole(number);
  }
}
