package uk.footprints.statistics;

import java.util.Arrays;

/**
 * Association of two measurements of the same areas, which is no evidence of a cause.
 *
 * @param n pairs
 * @param correlation Pearson's
 * @param at95 its limits by Fisher's transformation, Metron 1921; 1: 3-32; none below four pairs
 * @param slope the median of the slopes between all pairs of areas: Theil 1950; Sen, JASA 1968; 63: 1379-1389
 */
public record PairedMeasures(int n, double correlation, Interval at95, double slope) {

  /** Of x and y in the same order; pairs of which one is missing are left out. */
  public static PairedMeasures of(double[] xs, double[] ys) {
    double[] x = new double[xs.length];
    double[] y = new double[xs.length];
    int n = 0;
    for (int i = 0; i < xs.length; i++) {
      if (!Double.isNaN(xs[i]) && !Double.isNaN(ys[i])) {
        x[n] = xs[i];
        y[n++] = ys[i];
      }
    }
    return complete(Arrays.copyOf(x, n), Arrays.copyOf(y, n));
  }

  private static PairedMeasures complete(double[] x, double[] y) {
    int n = x.length;
    double meanX = Means.mean(x);
    double meanY = Means.mean(y);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    double[] slopes = new double[n * (n - 1) / 2];
    int pairs = 0;
    for (int i = 0; i < n; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
      for (int j = 0; j < i; j++) {
        if (x[i] != x[j]) {
          slopes[pairs++] = (y[i] - y[j]) / (x[i] - x[j]);
        }
      }
    }
    double r = xy / Math.sqrt(xx * yy);
    return new PairedMeasures(n, r, fisher(r, n), Percentiles.median(Arrays.copyOf(slopes, pairs)));
  }

  private static Interval fisher(double r, int n) {
    if (n < 4 || Double.isNaN(r)) {
      return Interval.NONE;
    }
    double middle = 0.5 * Math.log((1 + r) / (1 - r));
    double half = Confidence.P95.z() / Math.sqrt(n - 3.0);
    return new Interval(Math.tanh(middle - half), Math.tanh(middle + half));
  }
}
