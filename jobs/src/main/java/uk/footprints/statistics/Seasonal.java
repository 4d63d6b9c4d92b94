package uk.footprints.statistics;

import com.github.servicenow.ds.stats.stl.SeasonalTrendLoess;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A series taken apart into season, trend and the rest. */
public final class Seasonal {

  private Seasonal() {}

  /**
   * The parts of a series, one number a value each.
   *
   * @param seasonal what the season adds (or multiplies by)
   * @param trend what remains when season and noise are gone; NaN at the ends of a classical decomposition
   * @param remainder the rest
   * @param weight from 0 to 1: how much a robust fit let the value count; 1 where it was not robust
   */
  public record Parts(double[] seasonal, double[] trend, double[] remainder, double[] weight) {}

  /** Whether the season adds to the trend or multiplies it. */
  public enum Kind {
    ADDITIVE,
    MULTIPLICATIVE
  }

  /**
   * The settings of STL, all explicit.
   *
   * @param period values in a cycle: 12 for months
   * @param periodic whether every cycle has the same season
   * @param seasonal span of the seasonal smoother, an odd number; ignored when periodic
   * @param trend span of the trend smoother, an odd number
   * @param lowPass span of the low-pass smoother, an odd number
   * @param seasonalDegree 0 or 1
   * @param trendDegree 0 or 1
   * @param lowPassDegree 0 or 1
   * @param seasonalJump values skipped between fits, 1 for none
   * @param trendJump values skipped between trend fits
   * @param lowPassJump values skipped between low-pass fits
   * @param inner passes of the inner loop
   * @param outer passes of the robustness loop; 0 for a fit that is not robust
   */
  public record Stl(
      int period,
      boolean periodic,
      int seasonal,
      int trend,
      int lowPass,
      int seasonalDegree,
      int trendDegree,
      int lowPassDegree,
      int seasonalJump,
      int trendJump,
      int lowPassJump,
      int inner,
      int outer) {

    /** R's defaults for a seasonal span. */
    public static Stl of(int period, int seasonal, boolean robust) {
      return withDefaults(period, false, seasonal, robust);
    }

    /** R's defaults for one season in every cycle. */
    public static Stl periodic(int period, int length, boolean robust) {
      return withDefaults(period, true, 10 * length + 1, robust);
    }

    private static Stl withDefaults(int period, boolean periodic, int seasonal, boolean robust) {
      int trend = nextOdd((int) Math.ceil(1.5 * period / (1 - 1.5 / seasonal)));
      int lowPass = nextOdd(period);
      return new Stl(
          period, periodic, seasonal, trend, lowPass, 0, 1, 1, tenth(seasonal), tenth(trend), tenth(lowPass),
          robust ? 1 : 2, robust ? 15 : 0);
    }

    private static int nextOdd(int n) {
      return n % 2 == 0 ? n + 1 : n;
    }

    private static int tenth(int span) {
      return (int) Math.ceil(span / 10.0);
    }
  }

  /**
   * Seasonal and trend decomposition by loess. Cleveland, Cleveland, McRae and Terpenning, STL, Journal of Official
   * Statistics 1990; 6: 3-73.
   *
   * <p>Needs two whole cycles without gaps.
   *
   * @throws IllegalArgumentException if the series is shorter than two cycles or has a gap
   */
  public static Parts stl(double[] values, Stl settings) {
    requireCycles(values, settings.period());
    var fit =
        new SeasonalTrendLoess.Builder()
            .setPeriodLength(settings.period())
            .setSeasonalWidth(settings.seasonal())
            .setSeasonalDegree(settings.seasonalDegree())
            .setSeasonalJump(settings.seasonalJump())
            .setTrendWidth(settings.trend())
            .setTrendDegree(settings.trendDegree())
            .setTrendJump(settings.trendJump())
            .setLowpassWidth(settings.lowPass())
            .setLowpassDegree(settings.lowPassDegree())
            .setLowpassJump(settings.lowPassJump())
            .setInnerIterations(settings.inner())
            .setRobustnessIterations(settings.outer())
            .buildSmoother(values)
            .decompose();
    double[] trend = fit.getTrend();
    double[] seasonal =
        settings.periodic() ? cycleMeans(fit.getSeasonal(), settings.period()) : fit.getSeasonal();
    double[] remainder =
        IntStream.range(0, values.length).mapToDouble(i -> values[i] - seasonal[i] - trend[i]).toArray();
    double[] weight = settings.outer() > 0 ? fit.getWeights() : ones(values.length);
    return new Parts(seasonal, trend, remainder, weight);
  }

  /**
   * Classical decomposition by a centred moving average over one cycle. Kendall and Stuart, The advanced theory of
   * statistics, volume 3, 1983.
   *
   * @throws IllegalArgumentException if the series is shorter than two cycles or has a gap
   */
  public static Parts classical(double[] values, int period, Kind kind) {
    requireCycles(values, period);
    boolean additive = kind == Kind.ADDITIVE;
    double[] trend = movingAverage(values, period);
    double[] figure = figure(values, trend, period, additive);
    double[] seasonal = IntStream.range(0, values.length).mapToDouble(i -> figure[i % period]).toArray();
    double[] remainder =
        IntStream.range(0, values.length)
            .mapToDouble(i -> additive ? values[i] - seasonal[i] - trend[i] : values[i] / seasonal[i] / trend[i])
            .toArray();
    return new Parts(seasonal, trend, remainder, ones(values.length));
  }

  private static double[] movingAverage(double[] y, int period) {
    int half = period / 2;
    double end = period % 2 == 0 ? 0.5 : 1;
    double[] trend = new double[y.length];
    Arrays.fill(trend, Double.NaN);
    for (int i = half; i < y.length - half; i++) {
      double sum = end * (y[i - half] + y[i + half]);
      for (int j = i - half + 1; j < i + half; j++) {
        sum += y[j];
      }
      trend[i] = sum / period;
    }
    return trend;
  }

  private static double[] figure(double[] y, double[] trend, int period, boolean additive) {
    double[] figure = new double[period];
    for (int season = 0; season < period; season++) {
      figure[season] =
          IntStream.iterate(season, i -> i < y.length, i -> i + period)
              .mapToDouble(i -> additive ? y[i] - trend[i] : y[i] / trend[i])
              .filter(v -> !Double.isNaN(v))
              .average()
              .orElse(Double.NaN);
    }
    double mean = Means.mean(figure);
    return Arrays.stream(figure).map(v -> additive ? v - mean : v / mean).toArray();
  }

  private static double[] cycleMeans(double[] seasonal, int period) {
    double[] means = new double[period];
    for (int season = 0; season < period; season++) {
      means[season] =
          IntStream.iterate(season, i -> i < seasonal.length, i -> i + period)
              .mapToDouble(i -> seasonal[i])
              .average()
              .orElse(Double.NaN);
    }
    return IntStream.range(0, seasonal.length).mapToDouble(i -> means[i % period]).toArray();
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static void requireCycles(double[] values, int period) {
    if (period < 2 || values.length < 2 * period) {
      throw new IllegalArgumentException("needs two whole cycles of at least two values");
    }
    if (Arrays.stream(values).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException("has a gap");
    }
  }
}
