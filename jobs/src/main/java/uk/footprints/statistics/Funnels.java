package uk.footprints.statistics;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Funnel limits: how far from the baseline chance alone takes an area of a given size. Spiegelhalter, Funnel plots for
 * comparing institutional performance, Statistics in Medicine 2005; 24: 1185-1202. The drawn line and the judgement
 * of a point agree: a point is outside the line exactly when the baseline is outside the point's own limits.
 */
public final class Funnels {

  /** Above this many events the cube root of their number is normal to nine digits. */
  private static final double MANY = 1e6;

  private Funnels() {}

  /** All events over all denominators: the baseline of a proportion or a rate. NaN if a member is missing. */
  public static double baseline(double[] events, double[] denominators) {
    double x = 0;
    double n = 0;
    for (int i = 0; i < events.length; i++) {
      x += events[i];
      n += denominators[i];
    }
    return x / n;
  }

  /**
   * Limits of a proportion: baseline -/+ z sqrt(p(1 - p)/n), kept within 0 and 1. These lines are where Wilson's
   * limits of a point touch the baseline.
   *
   * @param baseline the proportion of all, from 0 to 1
   * @param all the denominator of the point
   */
  public static Interval proportion(double baseline, double all, Confidence confidence) {
    double half = confidence.z() * Math.sqrt(baseline * (1 - baseline) / all);
    return new Interval(baseline - half, baseline + half).clamped(0, 1);
  }

  /** A proportion judged by its Wilson limits. */
  public static Significance ofProportion(double baseline, double with, double all) {
    if (Double.isNaN(with) || !(all > 0)) {
      return Significance.NOT_APPLICABLE;
    }
    return Significance.ofLimits(
        baseline,
        Proportions.limits(with, all, Confidence.P95),
        Proportions.limits(with, all, Confidence.P998));
  }

  /**
   * Limits of observed over expected around 1, for a given expected count: where the exact Poisson limits of the
   * observed count touch the expected. The lower limit is 0 where not even 0 events would be unusual.
   *
   * @param expected events expected, above 0
   */
  public static Interval ratio(double expected, Confidence confidence) {
    if (!(expected > 0)) {
      return Interval.NONE;
    }
    double tail = confidence.tail();
    double z = confidence.z();
    if (expected > MANY) {
      return new Interval((approximate(expected, z) - 1) / expected, approximate(expected, -z) / expected);
    }
    // Chance of at most k, and of at least k, events: as functions of k that need not be whole.
    DoubleUnaryOperator atMost = k -> tail - upperTail(expected, 2 * k + 2);
    DoubleUnaryOperator atLeast = k -> lowerTail(expected, 2 * k) - tail;
    double low = atMost.applyAsDouble(0) <= 0 ? 0 : root(atMost, approximate(expected, z) - 1);
    return new Interval(low / expected, root(atLeast, approximate(expected, -z)) / expected);
  }

  /**
   * The expected counts at which the lines pass through a given observed count: {@code observed / lower()} is the
   * lower line there and {@code observed / upper()} the upper.
   *
   * @param observed events seen, above 0
   */
  public static Interval expectedAt(double observed, Confidence confidence) {
    Interval exact = CountLimits.EXACT.of(observed, confidence);
    return new Interval(exact.upper(), exact.lower());
  }

  /**
   * Observed against expected, judged by the limits of the observed count.
   *
   * @param limits {@link CountLimits#EXACT} agrees with the drawn line; {@link CountLimits#EXACT_BELOW_TEN} is what
   *     Fingertips does, where a point just outside the line can be "Not significant"
   */
  public static Significance ofRatio(double observed, double expected, CountLimits limits) {
    if (Double.isNaN(observed) || !(expected > 0)) {
      return Significance.NOT_APPLICABLE;
    }
    return Significance.ofLimits(
        1,
        limits.of(observed, Confidence.P95).times(1 / expected),
        limits.of(observed, Confidence.P998).times(1 / expected));
  }

  /**
   * Limits of a rate in the unit of its baseline, for a denominator: those of the ratio at the events expected there.
   */
  public static Interval rate(double baseline, double denominator, double multiplier, Confidence confidence) {
    return ratio(baseline * denominator / multiplier, confidence).times(baseline);
  }

  /**
   * The denominator that a published rate implies: events over rate. A directly standardised rate has none at 0
   * events; a crude one then uses the population.
   */
  public static double denominator(double events, double rate, double multiplier, double population) {
    return events > 0 && rate > 0 ? multiplier * events / rate : population;
  }

  private static double lowerTail(double expected, double degrees) {
    return ChiSquaredDistribution.of(degrees).cumulativeProbability(2 * expected);
  }

  private static double upperTail(double expected, double degrees) {
    return ChiSquaredDistribution.of(degrees).survivalProbability(2 * expected);
  }

  /** The shape of the gamma distribution that has {@code expected} at a normal deviate; Wilson and Hilferty 1931. */
  private static double approximate(double expected, double z) {
    double target = Math.cbrt(expected);
    double y = expected + 1;
    for (int step = 0; step < 12; step++) {
      double root = Math.cbrt(y);
      double sixth = Math.sqrt(root);
      double error = root - 1 / (9 * root * root) + z / (3 * sixth) - target;
      double slope = root / (3 * y) + 2 / (27 * y * root * root) - z / (18 * y * sixth);
      y = Math.max(y / 4, y - error / slope);
    }
    return y;
  }

  /** Where a falling function crosses 0 above 0, to the last digits, from a good guess. */
  private static double root(DoubleUnaryOperator falling, double guess) {
    double step = 0.01 + 0.002 * Math.sqrt(Math.max(0, guess));
    double low = Math.max(1e-9, guess - step);
    double high = Math.max(low, guess) + step;
    while (falling.applyAsDouble(low) < 0) {
      low = Math.max(low / 4, low - (step *= 4));
    }
    while (falling.applyAsDouble(high) > 0) {
      high += step *= 4;
    }
    return new BrentSolver(1e-15, 1e-14, 1e-15).findRoot(falling, low, high);
  }
}
