package uk.footprints.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A line through the middle of all the slopes between pairs of points: unmoved by outliers. Theil 1950; Sen,
 * Estimates of the regression coefficient based on Kendall's tau, JASA 1968; 63: 1379-1389.
 *
 * @param slope per step of the series; NaN below two values
 * @param intercept the value at position 0
 * @param lower95 lower 95 per cent limit of the slope
 * @param upper95 upper 95 per cent limit of the slope
 */
public record TheilSen(double slope, double intercept, double lower95, double upper95) {

  /**
   * The line of a series.
   *
   * @param values evenly spaced, NaN where missing: the others keep their positions
   */
  public static TheilSen of(double[] values) {
    double[] slopes = slopes(values, 1);
    Series given = Series.of(values);
    double slope = Percentiles.median(slopes);
    double intercept = given.medianValue() - slope * given.medianPosition();
    Interval limits = limits(slopes, given.values());
    return new TheilSen(slope, intercept, limits.lower(), limits.upper());
  }

  /**
   * The slope per cycle from pairs of one season only. Hirsch, Slack and Smith, Techniques of trend analysis for
   * monthly water quality data, Water Resources Research 1982; 18: 107-121. Has no limits.
   *
   * @param values evenly spaced, from the first season of a cycle; NaN where missing
   * @param period seasons in a cycle: 12 for months
   */
  public static TheilSen seasonal(double[] values, int period) {
    double slope = Percentiles.median(slopes(values, period));
    Series given = Series.of(values);
    double intercept = given.medianValue() - given.medianPosition() / period * slope;
    return new TheilSen(slope, intercept, Double.NaN, Double.NaN);
  }

  /** Slopes between all pairs that are whole cycles apart, per cycle. */
  private static double[] slopes(double[] y, int period) {
    double[] slopes = new double[pairs(y.length, period)];
    int n = 0;
    for (int i = 0; i < y.length; i++) {
      for (int j = i + period; j < y.length; j += period) {
        double slope = (y[j] - y[i]) / ((j - i) / period);
        if (!Double.isNaN(slope)) {
          slopes[n++] = slope;
        }
      }
    }
    return Arrays.copyOf(slopes, n);
  }

  private static int pairs(int length, int period) {
    int pairs = 0;
    for (int i = 0; i < length; i++) {
      pairs += (length - 1 - i) / period;
    }
    return pairs;
  }

  /** Sen's limits: slopes as many ranks from the middle as Kendall's S varies. */
  private static Interval limits(double[] slopes, double[] values) {
    int n = slopes.length;
    if (n == 0) {
      return Interval.NONE;
    }
    double[] sorted = slopes.clone();
    Arrays.sort(sorted);
    double spread = Confidence.P95.z() * Math.sqrt(MannKendall.variance(values));
    int low = (int) Math.max(Math.rint((n - spread) / 2) - 1, 0);
    int high = (int) Math.min(Math.rint((n + spread) / 2), n - 1);
    return new Interval(sorted[low], sorted[high]);
  }

  /** The values that are there, with their positions. */
  private record Series(double[] values, double[] positions) {

    static Series of(double[] all) {
      int[] at = IntStream.range(0, all.length).filter(i -> !Double.isNaN(all[i])).toArray();
      return new Series(
          Arrays.stream(at).mapToDouble(i -> all[i]).toArray(), Arrays.stream(at).asDoubleStream().toArray());
    }

    double medianValue() {
      return Percentiles.median(values);
    }

    double medianPosition() {
      return Percentiles.median(positions);
    }
  }
}
