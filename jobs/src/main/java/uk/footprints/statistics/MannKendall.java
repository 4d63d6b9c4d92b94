package uk.footprints.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Whether a series rises or falls more than chance would have it, whatever the shape. Mann 1945; Kendall, Rank
 * correlation methods, 1975.
 *
 * @param s pairs that rise less pairs that fall
 * @param variance of s under no trend
 * @param z the normal deviate of s
 * @param p two-sided
 * @param tau s over the number of pairs, from -1 to 1
 * @param line Theil and Sen's line; per cycle for the seasonal tests
 * @param n number of values present
 * @param method which of the tests
 * @param status whether there is a z and a p
 * @param reason why there is none
 */
public record MannKendall(
    double s,
    double variance,
    double z,
    double p,
    double tau,
    TheilSen line,
    int n,
    String method,
    ResultStatus status,
    String reason) {

  /** Below this many values there is no test. */
  public static final int FEWEST = 4;

  private static final double SIGNIFICANT = 0.05;

  /** Conclusions of the test at 5 per cent. */
  public enum Trend {
    INCREASING("increasing"),
    DECREASING("decreasing"),
    NONE("no trend");

    private final String text;

    Trend(String text) {
      this.text = text;
    }

    /** Returns the text in tables. */
    public String text() {
      return text;
    }
  }

  /** Returns the conclusion of the test at 5 per cent. */
  public Trend trend() {
    if (!(p < SIGNIFICANT)) {
      return Trend.NONE;
    }
    return s > 0 ? Trend.INCREASING : Trend.DECREASING;
  }

  /**
   * The plain test, with the variance corrected for ties and z for continuity. Autocorrelation makes its p too small:
   * see {@link #hamedRao}. A series of one value has z 0 and p 1.
   *
   * @param values evenly spaced; NaN where missing
   */
  public static MannKendall plain(double[] values) {
    double[] given = given(values);
    double s = s(given);
    return result("mann_kendall", values, TheilSen.of(values), s, variance(given), pairs(given.length), true);
  }

  /**
   * The test with the variance widened for autocorrelation of the ranks of the detrended series. Hamed and Rao, A
   * modified Mann-Kendall trend test for autocorrelated data, Journal of Hydrology 1998; 204: 182-196. Needs ten
   * values.
   *
   * @param values evenly spaced; NaN where missing
   */
  public static MannKendall hamedRao(double[] values) {
    return corrected("hamed_rao", values, MannKendall::ofRanks);
  }

  /**
   * The test with the variance corrected for the effective number of values, over all lags. Yue and Wang, The Mann-
   * Kendall test modified by effective sample size, Water Resources Management 2004; 18: 201-218. Known to reject
   * too often in short series.
   *
   * @param values evenly spaced; NaN where missing
   */
  public static MannKendall yueWang(double[] values) {
    return corrected("yue_wang", values, MannKendall::ofAllLags);
  }

  /** A test whose variance is that of independent values times a factor, which depends on the detrended series. */
  private static MannKendall corrected(String method, double[] values, ToDoubleFunction<double[]> factor) {
    double[] given = given(values);
    TheilSen line = TheilSen.of(values);
    if (given.length < 10) {
      return none(method, values, line, s(given), "fewer than 10 values");
    }
    double variance = variance(given) * factor.applyAsDouble(detrended(given, line.slope()));
    return result(method, values, line, s(given), variance, pairs(given.length), true);
  }

  private static double ofRanks(double[] detrended) {
    int n = detrended.length;
    double[] correlation = autocorrelation(Ranks.average(detrended));
    double significant = Confidence.P95.z() / Math.sqrt(n);
    double sum = 0;
    for (int lag = 1; lag < n; lag++) {
      if (Math.abs(correlation[lag]) > significant) {
        sum += (double) (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation[lag];
      }
    }
    return 1 + 2.0 / ((double) n * (n - 1) * (n - 2)) * Math.abs(sum);
  }

  private static double ofAllLags(double[] detrended) {
    int n = detrended.length;
    double[] correlation = autocorrelation(detrended);
    double sum = 0;
    for (int lag = 1; lag < n; lag++) {
      sum += (1 - (double) lag / n) * correlation[lag];
    }
    return 1 + 2 * sum;
  }

  /**
   * The seasonal test: each season against itself, s and variance added over the seasons. Hirsch, Slack and Smith 1982.
   *
   * @param values evenly spaced, from the first season of a cycle; NaN where missing
   * @param period seasons in a cycle: 12 for months
   */
  public static MannKendall seasonal(double[] values, int period) {
    double s = 0;
    double variance = 0;
    double pairs = 0;
    for (int season = 0; season < period; season++) {
      double[] given = given(season(values, season, period));
      s += s(given);
      variance += variance(given);
      pairs += pairs(given.length);
    }
    return result("seasonal_mk", values, TheilSen.seasonal(values, period), s, variance, pairs, true);
  }

  /**
   * The seasonal test with the covariance between seasons added; cycles with a missing season are left out, and there
   * is no correction for continuity. Hirsch and Slack, A nonparametric trend test for seasonal data with serial
   * dependence, Water Resources Research 1984; 20: 727-732.
   *
   * @param values evenly spaced, from the first season of a cycle; NaN where missing
   * @param period seasons in a cycle
   */
  public static MannKendall correlatedSeasonal(double[] values, int period) {
    double[][] seasons = wholeCycles(values, period);
    int n = seasons[0].length;
    TheilSen line = TheilSen.seasonal(values, period);
    double s = Arrays.stream(seasons).mapToDouble(MannKendall::s).sum();
    double variance = 0;
    for (int g = 0; g < period; g++) {
      for (int h = 0; h < period; h++) {
        variance += covariance(seasons[g], seasons[h]);
      }
    }
    return result("correlated_seasonal_mk", values, line, s, variance, period * pairs(n), false);
  }

  /** The variance of s, corrected for ties. */
  static double variance(double[] given) {
    double variance = unadjusted(given.length);
    for (double tie : Ranks.ties(given)) {
      variance -= tie * (tie - 1) * (2 * tie + 5) / 18;
    }
    return variance;
  }

  private static double unadjusted(double n) {
    return n * (n - 1) * (2 * n + 5) / 18;
  }

  /** Pairs that rise less pairs that fall, counted through a tree of ranks (Fenwick 1994). */
  static double s(double[] x) {
    double[] ranks = Ranks.smallest(x);
    int[] tree = new int[x.length + 1];
    long s = 0;
    for (int i = 0; i < x.length; i++) {
      int rank = (int) ranks[i];
      s += upTo(tree, rank - 1) - (i - upTo(tree, rank));
      for (int at = rank; at < tree.length; at += at & -at) {
        tree[at]++;
      }
    }
    return s;
  }

  /** How many of those seen so far have at most this rank. */
  private static int upTo(int[] tree, int rank) {
    int sum = 0;
    for (int at = rank; at > 0; at -= at & -at) {
      sum += tree[at];
    }
    return sum;
  }

  private static double pairs(double n) {
    return n * (n - 1) / 2;
  }

  private static double[] given(double[] values) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
  }

  private static double[] season(double[] values, int season, int period) {
    return IntStream.iterate(season, i -> i < values.length, i -> i + period).mapToDouble(i -> values[i]).toArray();
  }

  private static double[][] wholeCycles(double[] values, int period) {
    int[] whole =
        IntStream.iterate(0, at -> at + period <= values.length, at -> at + period)
            .filter(at -> IntStream.range(at, at + period).noneMatch(i -> Double.isNaN(values[i])))
            .toArray();
    double[][] seasons = new double[period][];
    for (int season = 0; season < period; season++) {
      int offset = season;
      seasons[season] = Arrays.stream(whole).mapToDouble(at -> values[at + offset]).toArray();
    }
    return seasons;
  }

  private static double covariance(double[] x, double[] y) {
    int n = x.length;
    double concordance = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        concordance += Math.signum((x[j] - x[i]) * (y[j] - y[i]));
      }
    }
    double[] rx = Ranks.average(x);
    double[] ry = Ranks.average(y);
    double product = 0;
    for (int i = 0; i < n; i++) {
      product += rx[i] * ry[i];
    }
    return (concordance + 4 * product - (double) n * (n + 1) * (n + 1)) / 3;
  }

  private static double[] detrended(double[] given, double slope) {
    return IntStream.range(0, given.length).mapToDouble(i -> given[i] - (i + 1) * slope).toArray();
  }

  private static double[] autocorrelation(double[] x) {
    double mean = Means.mean(x);
    double[] correlation = new double[x.length];
    for (int lag = 0; lag < x.length; lag++) {
      for (int i = 0; i + lag < x.length; i++) {
        correlation[lag] += (x[i] - mean) * (x[i + lag] - mean);
      }
    }
    double variance = correlation[0];
    return Arrays.stream(correlation).map(c -> c / variance).toArray();
  }

  private static MannKendall none(String method, double[] values, TheilSen line, double s, String why) {
    int n = given(values).length;
    return new MannKendall(
        s, Double.NaN, Double.NaN, Double.NaN, s / pairs(n), line, n, method, ResultStatus.NOT_APPLICABLE, why);
  }

  private static MannKendall result(
      String method, double[] values, TheilSen line, double s, double variance, double pairs, boolean continuity) {
    int n = given(values).length;
    if (n < FEWEST) {
      return none(method, values, line, s, "fewer than 4 values");
    }
    double tau = pairs > 0 ? s / pairs : Double.NaN;
    if (pairs == 0) {
      return none(method, values, line, s, "no two values of one season");
    }
    if (!(variance > 0) && s != 0 || !continuity && !(variance > 0)) {
      String why = "no variance under no trend: too few cycles, or corrected away";
      return new MannKendall(
          s, variance, Double.NaN, Double.NaN, tau, line, n, method, ResultStatus.NOT_APPLICABLE, why);
    }
    double z = s == 0 ? 0 : (s - (continuity ? Math.signum(s) : 0)) / Math.sqrt(variance);
    return new MannKendall(
        s, variance, z, Math.min(1, Distributions.twoSided(z)), tau, line, n, method, ResultStatus.OK, "");
  }
}
