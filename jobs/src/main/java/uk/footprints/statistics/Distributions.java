package uk.footprints.statistics;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles and tail probabilities to full double precision. */
final class Distributions {

  /** Above this many degrees of freedom the cube root of chi-square is normal to nine digits. */
  private static final double MANY = 2e6;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Distributions() {}

  /** The chi-square value with {@code p} below it; 0 at no degrees of freedom. */
  static double chiSquareBelow(double p, double degrees) {
    if (degrees <= 0) {
      return 0;
    }
    if (degrees > MANY) {
      return cubed(degrees, normalBelow(p));
    }
    ContinuousDistribution chi = ChiSquaredDistribution.of(degrees);
    return polish(chi, chi.inverseCumulativeProbability(p), x -> chi.cumulativeProbability(x) - p);
  }

  /** The chi-square value with {@code p} above it; 0 at no degrees of freedom. */
  static double chiSquareAbove(double p, double degrees) {
    if (degrees <= 0) {
      return 0;
    }
    if (degrees > MANY) {
      return cubed(degrees, -normalBelow(p));
    }
    ContinuousDistribution chi = ChiSquaredDistribution.of(degrees);
    return polish(chi, chi.inverseSurvivalProbability(p), x -> p - chi.survivalProbability(x));
  }

  /** Chi-square of many degrees of freedom at a normal deviate. Wilson and Hilferty, PNAS 1931; 17: 684-688. */
  private static double cubed(double degrees, double z) {
    double ninth = 2 / (9 * degrees);
    double root = 1 - ninth + z * Math.sqrt(ninth);
    return degrees * root * root * root;
  }

  /** The probability of a chi-square above {@code x}. */
  static double chiSquareTail(double x, double degrees) {
    return ChiSquaredDistribution.of(degrees).survivalProbability(x);
  }

  /** Student's t with {@code p} above it. */
  static double tAbove(double p, double degrees) {
    ContinuousDistribution t = TDistribution.of(degrees);
    return polish(t, t.inverseSurvivalProbability(p), x -> p - t.survivalProbability(x));
  }

  /** Two-sided p-value of a standard normal deviate. */
  static double twoSided(double z) {
    return 2 * NORMAL.survivalProbability(Math.abs(z));
  }

  /** The standard normal deviate with {@code p} below it. */
  static double normalBelow(double p) {
    return NORMAL.inverseCumulativeProbability(p);
  }

  /** The solver stops at 1e-9 absolute, too coarse for small quantiles: two Newton steps settle the last digits. */
  private static double polish(
      ContinuousDistribution distribution, double start, DoubleUnaryOperator error) {
    double x = start;
    for (int step = 0; step < 2; step++) {
      double density = distribution.density(x);
      double next = x - error.applyAsDouble(x) / density;
      if (!(density > 0) || !Double.isFinite(next) || next < 0) {
        return x;
      }
      x = next;
    }
    return x;
  }
}
