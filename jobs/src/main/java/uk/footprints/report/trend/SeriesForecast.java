package uk.footprints.report.trend;

import java.util.Arrays;
import java.util.stream.IntStream;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.HoltWinters;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.Percentiles;
import uk.footprints.statistics.Seasonal;
import uk.footprints.statistics.TheilSen;

/**
 * The forecast of a series if its trend continues.
 *
 * @param value the forecast; not a number where there is none
 * @param at95 its interval
 * @param level the value of the line at the last value
 * @param slope the line's slope per period
 * @param method how
 * @param reason why there is no forecast
 */
public record SeriesForecast(double value, Interval at95, double level, double slope, String method, String reason) {

  private static final int FEWEST = 5;
  private static final double MAD_TO_SD = 1.4826;

  /**
   * Forecasts the value some periods ahead: by Holt-Winters where more than two whole years have no gap, otherwise by a
   * robust line.
   *
   * @param all values in order; not a number where missing
   * @param cycle periods in a year
   * @param ahead periods after the last value, 1 or more
   */
  static SeriesForecast of(double[] all, int cycle, int ahead) {
    SeriesForecast line = line(all, ahead);
    double[] tail = gapless(trimmed(all));
    if (Double.isNaN(line.value) || cycle < 2 || tail.length <= 2 * cycle) {
      return line;
    }
    HoltWinters.Forecast[] forecast = HoltWinters.fit(tail, cycle, Seasonal.Kind.ADDITIVE).forecast(ahead);
    HoltWinters.Forecast last = forecast[ahead - 1];
    return new SeriesForecast(last.value(), last.at95(), line.level, line.slope, "Holt-Winters, additive season", "");
  }

  /** Forecasts by a robust line; its interval adds the slope's limits and the residuals' spread in quadrature. */
  public static SeriesForecast line(double[] all, int ahead) {
    double[] values = trimmed(all);
    long known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
    if (known < FEWEST) {
      String why = "fewer than " + FEWEST + " values since the last break";
      return new SeriesForecast(Double.NaN, Interval.NONE, Double.NaN, Double.NaN, "", why);
    }
    TheilSen line = TheilSen.of(values);
    double level = line.intercept() + line.slope() * (values.length - 1);
    double at = values.length - 1 + ahead;
    double value = line.intercept() + line.slope() * at;
    double[] residuals =
        IntStream.range(0, values.length)
            .mapToDouble(i -> Math.abs(values[i] - line.intercept() - line.slope() * i))
            .toArray();
    double spread = Confidence.P95.z() * MAD_TO_SD * Percentiles.median(residuals);
    double reach = at - (values.length - 1) / 2.0;
    double down = Math.hypot((line.slope() - line.lower95()) * reach, spread);
    double up = Math.hypot((line.upper95() - line.slope()) * reach, spread);
    String method = "Theil-Sen line; slope's limits and residual spread in quadrature";
    return new SeriesForecast(value, new Interval(value - down, value + up), level, line.slope(), method, "");
  }

  /** Returns this forecast with an addition to its method. */
  SeriesForecast by(String more) {
    return new SeriesForecast(value, at95, level, slope, method.isEmpty() ? "" : method + more, reason);
  }

  /** Returns this forecast with value and interval limited to possible values. */
  SeriesForecast within(double low, double high) {
    double kept = Math.min(Math.max(value, low), high);
    return new SeriesForecast(kept, at95.clamped(low, high), level, slope, method, reason);
  }

  /** Returns the line only, without a forecast. */
  SeriesForecast withoutValue() {
    return new SeriesForecast(Double.NaN, Interval.NONE, level, slope, "", reason);
  }

  /** Returns the periods until the line reaches a level; not a number where it moves away from the level. */
  public double until(double goal) {
    double periods = (goal - level) / slope;
    return periods > 0 && Double.isFinite(periods) ? periods : Double.NaN;
  }

  private static double[] trimmed(double[] values) {
    int last = values.length;
    while (last > 0 && Double.isNaN(values[last - 1])) {
      last--;
    }
    return Arrays.copyOf(values, last);
  }

  private static double[] gapless(double[] values) {
    int first = values.length;
    while (first > 0 && !Double.isNaN(values[first - 1])) {
      first--;
    }
    return Arrays.copyOfRange(values, first, values.length);
  }
}
