package uk.footprints.records.casemix;

import java.util.Arrays;

/**
 * A logistic regression by iteratively reweighted least squares in plain Java: a second opinion on MLlib's, and quick
 * enough for hundreds of tables.
 *
 * @param coefficients the intercept, then one a feature
 * @param errors their standard errors
 */
record LogisticFit(double[] coefficients, double[] errors) {

  /**
   * Fits.
   *
   * @param rows the features that are one in each row
   * @param trials how many spells each row represents
   * @param events how many of them have the outcome
   * @param features how many features there are
   */
  static LogisticFit of(int[][] rows, long[] trials, long[] events, int features) {
    double[] beta = new double[features + 1];
    double[][] inverse = null;
    for (int step = 0; step < 50; step++) {
      double[][] information = new double[features + 1][features + 1];
      double[] score = new double[features + 1];
      for (int r = 0; r < rows.length; r++) {
        int[] ones = withIntercept(rows[r]);
        double p = 1 / (1 + Math.exp(-Arrays.stream(ones).mapToDouble(i -> beta[i]).sum()));
        for (int i : ones) {
          score[i] += events[r] - trials[r] * p;
          for (int j : ones) {
            information[i][j] += trials[r] * p * (1 - p);
          }
        }
      }
      inverse = inverse(information);
      double moved = 0;
      for (int i = 0; i <= features; i++) {
        double by = 0;
        for (int j = 0; j <= features; j++) {
          by += inverse[i][j] * score[j];
        }
        beta[i] += by;
        moved = Math.max(moved, Math.abs(by));
      }
      if (moved < 1e-12) {
        break;
      }
    }
    double[] errors = new double[features + 1];
    for (int i = 0; i <= features; i++) {
      errors[i] = Math.sqrt(inverse[i][i]);
    }
    return new LogisticFit(beta, errors);
  }

  double probability(int[] features) {
    return 1 / (1 + Math.exp(-Arrays.stream(withIntercept(features)).mapToDouble(i -> coefficients[i]).sum()));
  }

  private static int[] withIntercept(int[] features) {
    int[] all = new int[features.length + 1];
    for (int i = 0; i < features.length; i++) {
      all[i + 1] = features[i] + 1;
    }
    return all;
  }

  /** Gauss and Jordan. */
  private static double[][] inverse(double[][] matrix) {
    int n = matrix.length;
    double[][] work = new double[n][2 * n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(matrix[i], 0, work[i], 0, n);
      work[i][n + i] = 1;
    }
    for (int c = 0; c < n; c++) {
      int best = c;
      for (int r = c + 1; r < n; r++) {
        best = Math.abs(work[r][c]) > Math.abs(work[best][c]) ? r : best;
      }
      double[] swap = work[c];
      work[c] = work[best];
      work[best] = swap;
      double pivot = work[c][c];
      for (int k = 0; k < 2 * n; k++) {
        work[c][k] /= pivot;
      }
      for (int r = 0; r < n; r++) {
        double factor = work[r][c];
        for (int k = 0; r != c && k < 2 * n; k++) {
          work[r][k] -= factor * work[c][k];
        }
      }
    }
    return Arrays.stream(work).map(row -> Arrays.copyOfRange(row, n, 2 * n)).toArray(double[][]::new);
  }
}
