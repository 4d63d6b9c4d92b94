package uk.footprints.statistics;

import java.util.Locale;

/**
 * Bounds of a count, such as one that a publisher suppressed as {@code *}. It is neither 0 nor missing. A known count
 * has equal bounds.
 *
 * @param low the smallest it can be
 * @param high the largest it can be
 */
public record Bounds(double low, double high) {

  /** A count that NHS publications show as {@code *}: one to seven. */
  public static final Bounds SUPPRESSED = new Bounds(1, 7);

  /** Returns the bounds of a known count. */
  public static Bounds known(double count) {
    return new Bounds(count, count);
  }

  /** Returns the bounds of a count that the publisher rounded, for instance to the nearest 5; never below 0. */
  public static Bounds rounded(double count, double to) {
    return new Bounds(Math.max(0, count - to / 2), count + to / 2);
  }

  /** Returns the bounds of the sum. */
  public Bounds plus(Bounds other) {
    return new Bounds(low + other.low, high + other.high);
  }

  /** Whether both bounds are equal. */
  public boolean isKnown() {
    return low == high;
  }

  /**
   * Returns the estimate to show for a number between bounds: the value when both ends round to the same figure, and
   * otherwise no value but the range. The limits, if shown, are the outer ones.
   *
   * @param atLow the estimate at the lower bound
   * @param atHigh the estimate at the upper bound
   * @param decimals the decimals that are shown
   */
  public static Estimate estimate(Estimate atLow, Estimate atHigh, int decimals) {
    if (!atLow.isPresent() || !atHigh.isPresent()) {
      return atLow.isPresent() ? atHigh : atLow;
    }
    double scale = Math.pow(10, decimals);
    double low = Math.rint(atLow.value() * scale);
    // A count that is withheld is not 0, and must not be shown as one.
    if (low == 0 || low != Math.rint(atHigh.value() * scale)) {
      return Estimate.none(
          ResultStatus.SUPPRESSED, "a count is withheld: between %s and %s".formatted(
              shown(atLow.value(), decimals), shown(atHigh.value(), decimals)));
    }
    return new Estimate(
        low / scale,
        atLow.lower95(),
        atHigh.upper95(),
        atLow.lower998(),
        atHigh.upper998(),
        atHigh.method(),
        ResultStatus.OK,
        "a count is withheld: every value it can have rounds to this");
  }

  /** Formats a number with the decimals that are shown, or more where a small number needs them. */
  private static String shown(double value, int decimals) {
    return String.format(
        Locale.UK, value >= Math.pow(10, -decimals) ? "%." + decimals + "f" : "%.2g", value);
  }
}
