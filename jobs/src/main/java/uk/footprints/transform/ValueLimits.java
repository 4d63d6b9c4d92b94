package uk.footprints.transform;

/**
 * The possible values of a measure. A published value outside them is missing, with a finding.
 *
 * @param signed whether values may be below zero, as a deficit is
 * @param highest the highest possible value, such as 100 for a percentage of a whole; infinite for none
 * @param whole id of the measure of the same row of which this counts a part; empty for none
 * @param times how many times the whole a part may be: 1, or more where a ward may be fuller than planned
 */
public record ValueLimits(boolean signed, double highest, String whole, double times) {

  /** Limits of a count: zero or more. */
  public static final ValueLimits COUNT = new ValueLimits(false, Double.POSITIVE_INFINITY, "", 1);

  /** More patients than beds are possible, but not half as many again. */
  private static final double CROWDED = 1.5;
  /** A difference that is possible between small numbers of beds. */
  private static final double FEW = 10;

  /** Returns limits of a share of a whole, from 0 to 1. */
  public static ValueLimits share() {
    return COUNT.upTo(1);
  }

  /** Returns limits of an amount that may be below zero. */
  public ValueLimits negative() {
    return new ValueLimits(true, highest, whole, times);
  }

  /** Returns limits with a highest value. */
  public ValueLimits upTo(double value) {
    return new ValueLimits(signed, value, whole, times);
  }

  /** Returns limits of a part. */
  public ValueLimits partOf(String measure) {
    return new ValueLimits(signed, highest, measure, 1);
  }

  /** Returns limits of what occupies places. */
  public ValueLimits within(String measure) {
    return new ValueLimits(signed, highest, measure, CROWDED);
  }

  /** Returns whether a value is possible by itself. */
  public boolean allows(double value) {
    return (signed || value >= 0) && value <= highest;
  }

  /** Returns whether a value is possible as a part of a whole, with both rounded to a unit. */
  boolean allows(double value, double of, double rounding) {
    return value <= of * times + rounding || times > 1 && value - of <= FEW;
  }
}
