package uk.footprints.statistics;

import java.util.Arrays;

/** Means and standard deviations of area values. */
public final class Means {

  private Means() {}

  /**
   * The unweighted mean with Student's t limits on n - 1 degrees of freedom. Student, The probable error of a mean,
   * Biometrika 1908; 6: 1-25.
   *
   * <p>A missing value makes the mean missing: a mean of some areas is not the mean of all. One value has a mean and no
   * limits.
   *
   * @param values one a member
   */
  public static Estimate studentT(double[] values) {
    if (values.length == 0 || Arrays.stream(values).anyMatch(Double::isNaN)) {
      return Estimate.none(ResultStatus.MISSING, "a value is missing");
    }
    double mean = mean(values);
    String method = "Student's t-distribution";
    if (values.length == 1) {
      return new Estimate(
          mean, Double.NaN, Double.NaN, Double.NaN, Double.NaN, method, ResultStatus.OK, "no limits: one value only");
    }
    double error = standardDeviation(values) / Math.sqrt(values.length);
    return Estimate.of(
        mean,
        around(mean, error, values.length, Confidence.P95),
        around(mean, error, values.length, Confidence.P998),
        method);
  }

  private static Interval around(double mean, double error, int n, Confidence confidence) {
    double half = Distributions.tAbove(confidence.tail(), n - 1) * error;
    return new Interval(mean - half, mean + half);
  }

  /** The arithmetic mean; NaN of nothing. */
  public static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    if (Double.isInfinite(sum) && Arrays.stream(values).allMatch(Double::isFinite)) {
      // The sum is beyond the largest double, the mean is not.
      return Arrays.stream(values).map(value -> value / values.length).sum();
    }
    double first = sum / values.length;
    // A second pass takes out what rounding left: means of close large numbers keep their digits.
    double rest = 0;
    for (double value : values) {
      rest += value - first;
    }
    return first + rest / values.length;
  }

  /** The sample standard deviation, n - 1 in the denominator; NaN below two values. */
  public static double standardDeviation(double[] values) {
    return Math.sqrt(variance(values));
  }

  /** The sample variance, n - 1 in the denominator; NaN below two values. */
  public static double variance(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return values.length < 2 ? Double.NaN : squares / (values.length - 1);
  }
}
