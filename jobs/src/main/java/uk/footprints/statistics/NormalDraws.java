package uk.footprints.statistics;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Normal deviates for a simulation of several quantities. One seed gives one answer, and every group of as many
 * quantities is simulated with the same deviates, which are therefore drawn once.
 */
final class NormalDraws {

  private static volatile NormalDraws last = new NormalDraws(0, 0, 0);

  private final int quantities;
  private final long seed;
  private final int number;
  private final double[][] normal;

  private NormalDraws(int quantities, long seed, int number) {
    this.quantities = quantities;
    this.seed = seed;
    this.number = number;
    this.normal = new double[quantities][number];
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int draw = 0; draw < number; draw++) {
      for (int quantity = 0; quantity < quantities; quantity++) {
        normal[quantity][draw] = random.nextGaussian();
      }
    }
  }

  /** One seed and number of quantities always give the same; the last are kept, as groups follow one another. */
  static NormalDraws of(int quantities, long seed, int number) {
    NormalDraws kept = last;
    if (kept.quantities != quantities || kept.seed != seed || kept.number != number) {
      kept = new NormalDraws(quantities, seed, number);
      last = kept;
    }
    return kept;
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
