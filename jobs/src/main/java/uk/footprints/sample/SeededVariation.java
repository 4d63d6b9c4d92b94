package uk.footprints.sample;

/**
 * Made-up variation as a pure function: the same seed and the same words give the same number, whatever else is drawn,
 * so that a month looks the same in a long series and alone.
 *
 * @param seed another seed, another sample
 */
public record SeededVariation(long seed) {

  /** Evenly spread from 0 to below 1. */
  public double share(Object... words) {
    long mixed = mix(seed);
    for (Object word : words) {
      mixed = mix(mixed ^ word.toString().hashCode());
    }
    return (mixed >>> 11) * 0x1.0p-53;
  }

  /** A factor of 1, give or take the spread. */
  public double about(double spread, Object... words) {
    return 1 + spread * (2 * share(words) - 1);
  }

  /** A whole number near the mean, scattered as counts are: the variance is the mean. */
  public int count(double mean, Object... words) {
    double sum = 0;
    for (int draw = 0; draw < 3; draw++) {
      sum += new SeededVariation(seed + draw).share(words);
    }
    return (int) Math.max(0, Math.round(mean + Math.sqrt(Math.max(0, mean)) * 2 * (sum - 1.5)));
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long z) {
    long a = z + 0x9e3779b97f4a7c15L;
    a = (a ^ (a >>> 30)) * 0xbf58476d1ce4e5b9L;
    a = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return a ^ (a >>> 31);
  }
}
