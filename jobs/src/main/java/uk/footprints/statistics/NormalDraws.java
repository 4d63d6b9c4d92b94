package uk.footprints.statistics;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Normal deviates for a simulation of several quantities. One seed gives one answer: every group of as many quantities
 * is simulated with the same deviates, so that they can be drawn once and given to all.
 */
public final class NormalDraws {

  private final int number;
  private final double[][] normal;

  /**
   * Draws.
   *
   * @param quantities how many quantities
   * @param seed one seed always gives the same
   * @param number how many deviates of each quantity
   */
  public NormalDraws(int quantities, long seed, int number) {
    this.number = number;
    this.normal = new double[quantities][number];
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int draw = 0; draw < number; draw++) {
      for (int quantity = 0; quantity < quantities; quantity++) {
        normal[quantity][draw] = random.nextGaussian();
      }
    }
  }

  /** How many of each quantity. */
  int number() {
    return number;
  }

  /** The deviates of a quantity. */
  double[] normal(int quantity) {
    return normal[quantity];
  }
}
