package uk.footprints.records.casemix;

import java.util.Arrays;

/**
 * Finds the features that are sums of others, which have no coefficient of their own: births have one method of
 * admission and diagnoses of birth have no other. Cholesky's decomposition of the exact counts of spells that two features share.
 */
final class AliasedFeatures {

  private static final double NOTHING = 1e-9;

  private AliasedFeatures() {}

  /**
   * Returns which features are aliased with those before them.
   *
   * @param shared by intercept and feature (the intercept first), how many spells have both; the lower triangle is read
   */
  static boolean[] of(long[][] shared) {
    int n = shared.length;
    double[][] lower = new double[n][];
    boolean[] aliased = new boolean[n - 1];
    for (int i = 0; i < n; i++) {
      lower[i] = new double[i + 1];
      for (int j = 0; j < i; j++) {
        double rest = shared[i][j];
        for (int k = 0; k < j; k++) {
          rest -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = lower[j][j] == 0 ? 0 : rest / lower[j][j];
      }
      double left = shared[i][i] - Arrays.stream(lower[i], 0, i).map(value -> value * value).sum();
      boolean nothing = left <= NOTHING * shared[i][i];
      lower[i][i] = nothing ? 0 : Math.sqrt(left);
      if (nothing) {
        Arrays.fill(lower[i], 0);
        if (i > 0) {
          aliased[i - 1] = true;
        }
      }
    }
    return aliased;
  }
}
