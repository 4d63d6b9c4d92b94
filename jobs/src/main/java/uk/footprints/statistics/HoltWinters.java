package uk.footprints.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Exponential smoothing of level, slope and season, with forecasts and their intervals. Holt 1957; Winters,
 * Forecasting sales by exponentially weighted moving averages, Management Science 1960; 6: 324-342; intervals after
 * Yar and Chatfield, International Journal of Forecasting 1990; 6: 127-137, and Chatfield and Yar 1991; 7: 31-37.
 *
 * @param smoothing the three smoothing parameters
 * @param kind whether the season adds or multiplies
 * @param level at the end of the series
 * @param slope per step at the end of the series
 * @param season the last cycle's, the next season first
 * @param squaredErrors the sum of squared one-step errors
 * @param errorVariance their variance, n - 1
 */
public record HoltWinters(
    Smoothing smoothing,
    Seasonal.Kind kind,
    double level,
    double slope,
    double[] season,
    double squaredErrors,
    double errorVariance) {

  /**
   * The smoothing parameters, each from 0 to 1.
   *
   * @param alpha of the level
   * @param beta of the slope
   * @param gamma of the season
   */
  public record Smoothing(double alpha, double beta, double gamma) {

    /** A usual start for a search. */
    static final Smoothing START = new Smoothing(0.3, 0.1, 0.1);
  }

  /**
   * One forecast with its 95 and 99.8 per cent intervals.
   *
   * @param ahead steps ahead, from 1
   * @param value the forecast
   * @param at95 its 95 per cent prediction interval
   * @param at998 its 99.8 per cent prediction interval
   */
  public record Forecast(int ahead, double value, Interval at95, Interval at998) {}

  /**
   * A fit with given parameters, started from a classical decomposition of the first two cycles.
   *
   * @throws IllegalArgumentException if the series is shorter than two cycles and one value, or has a gap
   */
  public static HoltWinters fit(double[] values, int period, Seasonal.Kind kind, Smoothing smoothing) {
    return Start.of(values, period, kind).run(values, smoothing);
  }

  /** A fit with the parameters that make the squared one-step errors smallest. */
  public static HoltWinters fit(double[] values, int period, Seasonal.Kind kind) {
    Start start = Start.of(values, period, kind);
    double[] best =
        NelderMead.minimise(
            at -> start.run(values, bounded(at)).squaredErrors() * (1 + outside(at)),
            new double[] {Smoothing.START.alpha(), Smoothing.START.beta(), Smoothing.START.gamma()},
            0.15);
    return start.run(values, bounded(best));
  }

  private static Smoothing bounded(double[] at) {
    return new Smoothing(unit(at[0]), unit(at[1]), unit(at[2]));
  }

  /** How far outside the unit cube: a penalty that leads the search back inside. */
  private static double outside(double[] at) {
    return Arrays.stream(at).map(v -> Math.abs(v - unit(v))).sum();
  }

  private static double unit(double value) {
    return Math.min(1, Math.max(0, value));
  }

  /** Whether the fit has a number for everything: level, slope, season and errors. */
  public boolean isFinite() {
    return Double.isFinite(level + slope + squaredErrors + errorVariance + Arrays.stream(season).sum());
  }

  /** Forecasts for the next steps. */
  public Forecast[] forecast(int steps) {
    return IntStream.rangeClosed(1, steps).mapToObj(h -> ahead(h, spread(h))).toArray(Forecast[]::new);
  }

  /**
   * Forecasts with the intervals that R 4.2's {@code predict.HoltWinters} gives a multiplicative season. It takes
   * alpha + gamma (1 - alpha) for the weight of a step's own error, which is 1, so that the first interval is
   * narrower than the errors seen; and where the cycle's last season belongs it divides by the slope. Additive
   * seasons are as in {@link #forecast}.
   */
  public Forecast[] forecastAsR(int steps) {
    boolean additive = kind == Seasonal.Kind.ADDITIVE;
    return IntStream.rangeClosed(1, steps)
        .mapToObj(h -> ahead(h, additive ? spread(h) : spreadAsR(h)))
        .toArray(Forecast[]::new);
  }

  private Forecast ahead(int h, double spread) {
    double trend = level + h * slope;
    double value = kind == Seasonal.Kind.ADDITIVE ? trend + seasonAt(h) : trend * seasonAt(h);
    double error = Math.sqrt(errorVariance * spread);
    return new Forecast(h, value, around(value, error, Confidence.P95), around(value, error, Confidence.P998));
  }

  private double spreadAsR(int h) {
    double spread = 0;
    for (int j = 0; j < h; j++) {
      double below = (h - j) % season.length == 0 ? slope : seasonAt(h - j);
      double term = psi(j) * seasonAt(h) / below;
      spread += term * term;
    }
    return spread;
  }

  private static Interval around(double value, double error, Confidence confidence) {
    return new Interval(value - confidence.z() * error, value + confidence.z() * error);
  }

  private double seasonAt(int h) {
    return season[Math.floorMod(h - 1, season.length)];
  }

  /** How many times the one-step variance the forecast's variance is. */
  private double spread(int h) {
    double spread = 0;
    for (int j = 0; j < h; j++) {
      double psi = j == 0 ? 1 : psi(j);
      double relative = kind == Seasonal.Kind.ADDITIVE ? 1 : seasonAt(h) / seasonAt(h - j);
      spread += psi * psi * relative * relative;
    }
    return spread;
  }

  private double psi(int j) {
    double seasonal = j % season.length == 0 ? smoothing.gamma() * (1 - smoothing.alpha()) : 0;
    return smoothing.alpha() * (1 + j * smoothing.beta()) + seasonal;
  }

  /** Level, slope and season at the end of the first cycle. */
  private record Start(double level, double slope, double[] season, Seasonal.Kind kind) {

    static Start of(double[] values, int period, Seasonal.Kind kind) {
      if (values.length <= 2 * period) {
        throw new IllegalArgumentException("needs more than two whole cycles");
      }
      Seasonal.Parts parts = Seasonal.classical(Arrays.copyOf(values, 2 * period), period, kind);
      double[] trend = Arrays.stream(parts.trend()).filter(v -> !Double.isNaN(v)).toArray();
      double[] line = line(trend);
      return new Start(line[0], line[1], Arrays.copyOf(parts.seasonal(), period), kind);
    }

    /** Least squares of the values on 1, 2, 3 ...: intercept and slope. */
    private static double[] line(double[] y) {
      double middle = (y.length + 1) / 2.0;
      double mean = Means.mean(y);
      double xy = 0;
      double xx = 0;
      for (int i = 0; i < y.length; i++) {
        xy += (i + 1 - middle) * (y[i] - mean);
        xx += (i + 1 - middle) * (i + 1 - middle);
      }
      double slope = xx > 0 ? xy / xx : 0;
      return new double[] {mean - slope * middle, slope};
    }

    HoltWinters run(double[] y, Smoothing smoothing) {
      int period = season.length;
      boolean additive = kind == Seasonal.Kind.ADDITIVE;
      double l = level;
      double b = slope;
      double[] s = season.clone();
      double[] errors = new double[y.length - period];
      for (int t = period; t < y.length; t++) {
        double seasonal = s[t % period];
        errors[t - period] = y[t] - (additive ? l + b + seasonal : (l + b) * seasonal);
        double adjusted = additive ? y[t] - seasonal : y[t] / seasonal;
        double before = l;
        l = smoothing.alpha() * adjusted + (1 - smoothing.alpha()) * (l + b);
        b = smoothing.beta() * (l - before) + (1 - smoothing.beta()) * b;
        double observed = additive ? y[t] - l : y[t] / l;
        s[t % period] = smoothing.gamma() * observed + (1 - smoothing.gamma()) * seasonal;
      }
      double[] next = IntStream.range(0, period).mapToDouble(i -> s[(y.length + i) % period]).toArray();
      double squares = Arrays.stream(errors).map(e -> e * e).sum();
      return new HoltWinters(smoothing, kind, l, b, next, squares, Means.variance(errors));
    }
  }
}
