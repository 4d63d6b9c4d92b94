package uk.footprints.statistics;

import java.util.Arrays;

/** Percentiles, of one stated type. */
public final class Percentiles {

  private Percentiles() {}

  /**
   * The value with a share {@code p} of the others below it, between two values in proportion: type 7 of Hyndman and
   * Fan, Sample quantiles in statistical packages, American Statistician 1996; 50: 361-365; Excel's PERCENTILE.INC,
   * Spark's {@code percentile}. NaN of nothing; missing values are left out.
   *
   * @param p from 0 to 1
   */
  public static double type7(double[] values, double p) {
    double[] sorted = sorted(values);
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double position = (sorted.length - 1) * p;
    // A rounding error above a whole position (0.1 * 10 is not 1) counts as that position.
    int below = (int) Math.floor(position + 4 * Math.ulp(position));
    double share = Math.max(0, position - below);
    if (below >= sorted.length - 1) {
      return sorted[sorted.length - 1];
    }
    return share == 0 ? sorted[below] : sorted[below] + share * (sorted[below + 1] - sorted[below]);
  }

  /** Returns the values that are there, in order. */
  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    // Missing values come last.
    int there = sorted.length;
    while (there > 0 && Double.isNaN(sorted[there - 1])) {
      there--;
    }
    return there == sorted.length ? sorted : Arrays.copyOf(sorted, there);
  }

  /** The middle value, or the mean of the two middle ones; NaN of nothing. */
  public static double median(double[] values) {
    return type7(values, 0.5);
  }
}
