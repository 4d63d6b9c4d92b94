package uk.footprints.sample.hes;

/**
 * Numbers that look random and depend on a seed and a place only, so that any block of a sample can be made alone, in
 * any order, by anybody. SplitMix64 (Steele, Lea and Flood 2014).
 */
final class SeededRandom {

  private static final long STEP = 0x9e3779b97f4a7c15L;
  private long state;

  SeededRandom(long seed, long place) {
    state = mix(mix(seed + STEP) + place * STEP);
  }

  /** Returns 64 well-mixed bits. */
  static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  long bits() {
    state += STEP;
    return mix(state);
  }

  /** Returns a number from 0 to below n, all equally likely. */
  int below(int n) {
    return (int) Math.multiplyHigh(bits() >>> 1, (long) n << 1);
  }

  /** Returns true with this probability. */
  boolean chance(double share) {
    return (bits() >>> 11) * 0x1.0p-53 < share;
  }

  /** Returns the number of trials before the first failure, each a success this often; at most {@code most}. */
  int run(double again, int most) {
    int n = 0;
    while (n < most && chance(again)) {
      n++;
    }
    return n;
  }

  /** Returns an index of {@code weights}, as likely as its share of their sum, which is given. */
  int among(int[] weights, int sum) {
    int rest = below(sum);
    int i = 0;
    while (rest >= weights[i]) {
      rest -= weights[i++];
    }
    return i;
  }
}
