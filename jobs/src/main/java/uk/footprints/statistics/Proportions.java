package uk.footprints.statistics;

/** Proportions: those with a property, out of all. */
public final class Proportions {

  private Proportions() {}

  /**
   * A proportion with Wilson's score limits, without continuity correction. Wilson, Probable inference, the law of
   * succession, and statistical inference, JASA 1927; 22: 209-212; Newcombe, Statistics in Medicine 1998; 17: 857-872.
   *
   * <p>0 of n and n of n have limits. A missing number, or more than all, gives no value.
   *
   * @param with how many have it, from 0 to {@code all}
   * @param all out of how many, above 0
   * @param multiplier 1 for a proportion, 100 for a percentage
   */
  public static Estimate wilson(double with, double all, double multiplier) {
    if (all > 0 && with > all) {
      return Estimate.none(ResultStatus.NOT_APPLICABLE, "numerator is above the denominator");
    }
    return Estimate.unfit(with, all)
        .orElseGet(
            () -> Estimate.of(
                with / all * multiplier,
                limits(with, all, Confidence.P95).times(multiplier),
                limits(with, all, Confidence.P998).times(multiplier),
                "Wilson"));
  }

  /** Wilson's limits of {@code with} out of {@code all}, as proportions. */
  public static Interval limits(double with, double all, Confidence confidence) {
    double z = confidence.z();
    double middle = 2 * with + z * z;
    double half = z * Math.sqrt(z * z + 4 * with * (1 - with / all));
    double scale = 2 * (all + z * z);
    double without = all - with;
    return new Interval(
        with < 1 ? nearZero(with, all, z) : (middle - half) / scale,
        without < 1 ? 1 - nearZero(without, all, z) : (middle + half) / scale);
  }

  /** The lower limit as a quotient: the difference of two terms that are almost equal would be rounding. */
  private static double nearZero(double with, double all, double z) {
    double half = z * Math.sqrt(z * z + 4 * with * (1 - with / all));
    return with / all * (2 * with / (2 * with + z * z + half));
  }
}
