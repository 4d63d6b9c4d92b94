package uk.footprints.statistics;

/**
 * A lower and an upper limit. NaN where there is none.
 *
 * @param lower the lower limit
 * @param upper the upper limit
 */
public record Interval(double lower, double upper) {

  /** No limits. */
  public static final Interval NONE = new Interval(Double.NaN, Double.NaN);

  /** Both limits times a factor; a negative factor swaps them. */
  public Interval times(double factor) {
    return factor < 0 ? new Interval(upper * factor, lower * factor) : new Interval(lower * factor, upper * factor);
  }

  /** The smallest interval that has both; this one where the other has no limits. */
  public Interval with(Interval other) {
    return Double.isNaN(other.lower()) || Double.isNaN(other.upper())
        ? this
        : new Interval(Math.min(lower, other.lower), Math.max(upper, other.upper));
  }

  /** Both limits kept within {@code low} and {@code high}. */
  public Interval clamped(double low, double high) {
    return new Interval(Math.min(Math.max(lower, low), high), Math.min(Math.max(upper, low), high));
  }
}
