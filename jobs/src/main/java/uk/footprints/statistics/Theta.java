package uk.footprints.statistics;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/**
 * Theta of the negative binomial distribution, whose variance is mu + mu^2/theta. Lawless, Negative binomial and mixed
 * Poisson regression, Canadian Journal of Statistics 1987; 15: 209-225.
 */
final class Theta {

  /** Up to this count the derivative is a sum, which keeps its digits where theta is large. */
  private static final int SUMMED = 500;
  /** Over the largest mean: beyond, variance and mean differ by less than a millionth. */
  private static final double LARGEST = 1e6;
  private static final double SMALLEST = 1e-12;
  private static final String NONE =
      "the counts vary no more than chance: theta has no finite maximum, use family=poisson";

  private static final String TOO_FAR = "the counts are too far apart: theta has no maximum above 0";

  private Theta() {}

  /**
   * Returns the theta of greatest likelihood given the means.
   *
   * @throws IllegalArgumentException if there is none: counts vary no more than those of a Poisson distribution
   */
  static double of(double[] counts, double[] means) {
    double excess = 0;
    double squares = 0;
    double largest = 0;
    for (int i = 0; i < counts.length; i++) {
      double apart = counts[i] - means[i];
      excess += apart * apart - counts[i];
      squares += (apart / means[i]) * (apart / means[i]);
      largest = Math.max(largest, means[i]);
    }
    if (!(excess > 0)) {
      throw new IllegalArgumentException(NONE);
    }
    double low = counts.length / squares;
    double high = low;
    while (low > SMALLEST && slope(counts, means, low) < 0) {
      low /= 4;
    }
    if (!(low > SMALLEST)) {
      throw new IllegalArgumentException(TOO_FAR);
    }
    while (slope(counts, means, high) >= 0) {
      high *= 4;
      if (!(high < LARGEST * largest)) {
        throw new IllegalArgumentException(NONE);
      }
    }
    return Math.exp(
        new BrentSolver(1e-15, 1e-15, 0)
            .findRoot(log -> slope(counts, means, Math.exp(log)), Math.log(low), Math.log(high)));
  }

  /** The derivative of the likelihood by theta, times theta: above 0 where a larger theta is likelier. */
  private static double slope(double[] counts, double[] means, double theta) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += rise(counts[i], theta) - Math.log1p(means[i] / theta) + (means[i] - counts[i]) / (means[i] + theta);
    }
    return theta * sum;
  }

  /** The digamma function at theta plus a count, less that at theta. */
  private static double rise(double count, double theta) {
    if (count > SUMMED || count != Math.rint(count)) {
      return Digamma.value(theta + count) - Digamma.value(theta);
    }
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += 1 / (theta + k);
    }
    return sum;
  }
}
