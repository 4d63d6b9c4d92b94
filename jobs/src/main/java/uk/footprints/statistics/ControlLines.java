package uk.footprints.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The centre line and the mean moving range that the limits are made of. */
record ControlLines(double mean, double range) {

  private static final double LIMIT = 2.66;
  private static final double NEAR = 2.66 / 3 * 2;
  private static final double OUTLYING_RANGE = 3.267;

  /**
   * Computes the lines of a baseline. Where screening would leave no range above 0, as in a series that hardly varies,
   * all ranges count.
   *
   * @param baseline in order of time; NaN where missing
   * @param screen whether outlying ranges are left out once
   * @param toNothing whether ranges are left out even where none above 0 remains, as NHSRplotthedots does
   */
  static ControlLines of(double[] baseline, boolean screen, boolean toNothing) {
    double mean = Means.mean(Arrays.stream(baseline).filter(v -> !Double.isNaN(v)).toArray());
    double[] ranges =
        IntStream.range(1, baseline.length)
            .mapToDouble(i -> Math.abs(baseline[i] - baseline[i - 1]))
            .filter(range -> !Double.isNaN(range))
            .toArray();
    double all = Arrays.stream(ranges).average().orElse(Double.NaN);
    if (!screen || !(all > 0)) {
      return new ControlLines(mean, all);
    }
    double kept =
        Arrays.stream(ranges).filter(range -> range < OUTLYING_RANGE * all).average().orElse(all);
    return new ControlLines(mean, kept > 0 || toNothing ? kept : all);
  }

  double lower() {
    return mean - LIMIT * range;
  }

  double upper() {
    return mean + LIMIT * range;
  }

  boolean isNear(double value, int side) {
    return side > 0 ? value > mean + NEAR * range : value < mean - NEAR * range;
  }

  boolean isBeyond(double value, int side) {
    return side > 0 ? value > upper() : value < lower();
  }
}
