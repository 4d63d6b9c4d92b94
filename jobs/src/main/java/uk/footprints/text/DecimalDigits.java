package uk.footprints.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Rounds numbers to decimals, half up, as their shortest decimal text reads. A release has half a million of these;
 * most are far enough from a half that one multiplication decides, and only the others are rounded as texts.
 */
public final class DecimalDigits {

  private static final double[] POWERS =
      {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16};
  /** Below this, a product has an error of less than a thousandth of the distance that counts as near. */
  private static final double LARGEST = 1e9;
  private static final double NEAR_HALF = 1e-4;
  /** Digits between two commas. */
  private static final int GROUP = 3;

  private DecimalDigits() {}

  /**
   * Returns a number times a power of ten, rounded to a whole number; empty where that takes more than one
   * multiplication to decide.
   *
   * @param value a number that is not negative
   * @param decimals the power, 0 to 16
   */
  public static OptionalLong findScaled(double value, int decimals) {
    double product = value * POWERS[decimals];
    if (!(product < LARGEST)) {
      return OptionalLong.empty();
    }
    long below = (long) product;
    double rest = product - below;
    if (Math.abs(rest - 0.5) < NEAR_HALF) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(rest < 0.5 ? below : below + 1);
  }

  /** Returns a number with one decimal, such as {@code 12.3}. */
  public static String oneDecimal(double value) {
    OptionalLong tenths = value >= 0 ? findScaled(value, 1) : OptionalLong.empty();
    return tenths.isPresent()
        ? tenths.getAsLong() / 10 + "." + tenths.getAsLong() % 10
        : String.format(Locale.UK, "%.1f", value);
  }

  /** Returns a number without decimals, such as {@code 1,234,567}. */
  public static String whole(double value) {
    OptionalLong rounded = value >= 0 ? findScaled(value, 0) : OptionalLong.empty();
    if (rounded.isEmpty()) {
      return String.format(Locale.UK, "%,.0f", value);
    }
    StringBuilder text = new StringBuilder().append(rounded.getAsLong());
    for (int at = text.length() - GROUP; at > 0; at -= GROUP) {
      text.insert(at, ',');
    }
    return text.toString();
  }

  /** Returns a number with so many significant digits. */
  public static double significant(double value, MathContext digits) {
    double size = Math.abs(value);
    double smallest = POWERS[digits.getPrecision() - 1];
    int decimals = 0;
    while (decimals < POWERS.length && size * POWERS[decimals] < smallest) {
      decimals++;
    }
    // A whole number over a power of ten is rounded once, as the text of the decimal number is.
    if (decimals > 0 && decimals < POWERS.length) {
      OptionalLong scaled = findScaled(size, decimals);
      if (scaled.isPresent()) {
        return Math.copySign(scaled.getAsLong() / POWERS[decimals], value);
      }
    }
    return BigDecimal.valueOf(value).round(digits).doubleValue();
  }
}
