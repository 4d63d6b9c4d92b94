package uk.footprints.report;

import uk.footprints.indicator.IndicatorValue;

/** Counts and values of answers, absent where nothing was published: a sum of no figures is not zero. */
public final class PublishedCounts {

  /** Below this completeness nothing but rounding was published. */
  private static final double NOTHING = 0.0005;

  private PublishedCounts() {}

  /** Whether no figure was published for this answer. */
  public static boolean absent(IndicatorValue a) {
    boolean empty = a.status().equals(IndicatorValue.INCOMPLETE) && a.numerator() == 0 && a.completeness() < NOTHING;
    return Double.isNaN(a.numerator()) || empty;
  }

  /** The numerator; not a number where nothing was published. */
  public static double numerator(IndicatorValue a) {
    return absent(a) ? Double.NaN : a.numerator();
  }

  /** The value; not a number where nothing was published. */
  public static double value(IndicatorValue a) {
    return absent(a) ? Double.NaN : a.estimate().value();
  }
}
