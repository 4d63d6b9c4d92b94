package uk.footprints.statistics;

import java.util.Arrays;

/**
 * Kendall's rank correlation of a series with time, as tau-b. Kendall, Biometrika 1938; 30: 81-93, and 1945; 33:
 * 239-251.
 *
 * @param tauB from -1 to 1; NaN when all values are equal
 * @param p two-sided: exact up to 33 values without ties, from the normal distribution otherwise
 */
public record Kendall(double tauB, double p) {

  private static final int EXACT_UP_TO = 33;

  /** Of values in order of time, missing ones left out. */
  public static Kendall withTime(double[] values) {
    double[] x = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    int n = x.length;
    double pairs = n * (n - 1.0) / 2;
    double s = MannKendall.s(x);
    double apart = pairs - Arrays.stream(Ranks.ties(x)).mapToDouble(tie -> tie * (tie - 1.0) / 2).sum();
    double rising = (apart + s) / 2;
    double falling = (apart - s) / 2;
    if (rising + falling == 0) {
      return new Kendall(Double.NaN, Double.NaN);
    }
    double tau = s / Math.sqrt(pairs * (rising + falling));
    boolean untied = rising + falling == pairs;
    boolean exact = untied && (n <= EXACT_UP_TO || Math.min(rising, falling) <= 1);
    return new Kendall(tau, exact ? exact(n, Math.min(rising, falling)) : normal(x, s));
  }

  private static double normal(double[] x, double s) {
    return Math.min(1, Distributions.twoSided(s / Math.sqrt(MannKendall.variance(x))));
  }

  /** The chance of as few pairs or fewer in the rarer direction, twice: counted over all orders. */
  private static double exact(int n, double rarer) {
    int most = (int) rarer;
    double[] ways = {1};
    for (int k = 2; k <= n; k++) {
      double[] next = new double[Math.min(ways.length + k - 1, most + 1)];
      for (int i = 0; i < ways.length; i++) {
        for (int j = 0; j < k && i + j <= most; j++) {
          next[i + j] += ways[i] / k;
        }
      }
      ways = next;
    }
    double chance = 0;
    for (int i = 0; i < ways.length; i++) {
      chance += ways[i];
    }
    return Math.min(1, 2 * chance);
  }
}
