package uk.footprints.statistics;

import java.math.BigDecimal;
import java.util.Arrays;

/** Sums of numbers as they are written in decimals: 0.1 and 0.2 are 0.3, in whatever order they are added. */
final class DecimalSum {

  private DecimalSum() {}

  /** Returns the sum; NaN where a number is not finite. */
  static double of(double[] values) {
    return isFinite(values) ? exact(values).doubleValue() : Double.NaN;
  }

  /** Returns the sum of one list less that of another; NaN where a number is not finite. */
  static double difference(double[] values, double[] less) {
    return isFinite(values) && isFinite(less) ? exact(values).subtract(exact(less)).doubleValue() : Double.NaN;
  }

  private static boolean isFinite(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }

  private static BigDecimal exact(double[] values) {
    return Arrays.stream(values).mapToObj(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
