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
    Series given = Series.of(values);
    PairwiseSlopes slopes = new PairwiseSlopes(values, 1);
    long n = slopes.count();
    double spread = n == 0 ? 0 : Confidence.P95.z() * Math.sqrt(MannKendall.variance(given.values()));
    // Sen's limits: slopes as many ranks from the middle as Kendall's S varies.
    long low = (long) Math.max(Math.rint((n - spread) / 2) - 1, 0);
    long high = (long) Math.min(Math.rint((n + spread) / 2), n - 1);
    double[] found = slopes.smallest(low, (n - 1) / 2, n / 2, high);
    double slope = middle(found[1], found[2]);
    double intercept = given.medianValue() - slope * given.medianPosition();
    return new TheilSen(slope, intercept, found[0], found[3]);
  }

  /**
   * The slope per cycle from pairs of one season only. Hirsch, Slack and Smith, Techniques of trend analysis for
   * monthly water quality data, Water Resources Research 1982; 18: 107-121. Has no limits.
   *
   * @param values evenly spaced, from the first season of a cycle; NaN where missing
   * @param period seasons in a cycle: 12 for months
   */
  public static TheilSen seasonal(double[] values, int period) {
    PairwiseSlopes slopes = new PairwiseSlopes(values, period);
    double[] found = slopes.smallest((slopes.count() - 1) / 2, slopes.count() / 2);
    double slope = middle(found[0], found[1]);
    Series given = Series.of(values);
    double intercept = given.medianValue() - given.medianPosition() / period * slope;
    return new TheilSen(slope, intercept, Double.NaN, Double.NaN);
  }

  private static double middle(double below, double above) {
    return below == above ? below : below + 0.5 * (above - below);
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
