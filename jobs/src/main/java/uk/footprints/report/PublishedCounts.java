package uk.footprints.report;

import uk.footprints.indicator.IndicatorValue;

/** Returns counts and values, absent where nothing was published: a sum of no figures is not zero. */
public final class PublishedCounts {

  /** A smaller completeness is a rounding error: nothing was published. */
  private static final double NOTHING = 0.0005;

  private PublishedCounts() {}

  /** Returns whether no figure was published for this value. */
  public static boolean absent(IndicatorValue a) {
    boolean empty = a.status().equals(IndicatorValue.INCOMPLETE) && a.numerator() == 0 && a.completeness() < NOTHING;
    return Double.isNaN(a.numerator()) || empty;
  }

  /** Returns the numerator; not a number where nothing was published. */
  public static double numerator(IndicatorValue a) {
    return absent(a) ? Double.NaN : a.numerator();
  }

  /** Returns the value; not a number where nothing was published. */
  public static double value(IndicatorValue a) {
    return absent(a) ? Double.NaN : a.estimate().value();
  }
}
