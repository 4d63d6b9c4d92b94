package uk.footprints.report.trend;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.period.RollUp;
import uk.footprints.report.AreaSeries;
import uk.footprints.report.Era;
import uk.footprints.report.Evidence;

/**
 * The figures since the last break of the series, from which a target's forecast is computed. A count of a year is
 * forecast from its months: each month's count is scaled to a whole year.
 *
 * @param series the figures
 * @param yearly whether they are months scaled to a year
 */
record TargetForecast(AreaSeries series, boolean yearly) {

  private static final double YEAR = 365.25;
  private static final int HALF_A_YEAR = 6;

  /** Returns the figures for the latest value. */
  static TargetForecast of(
  Evidence evidence, Target target, NavigableMap<Period, IndicatorValue> answers, IndicatorValue latest) {
    Indicator indicator = evidence.indicator(target.indicator());
    NavigableMap<Period, IndicatorValue> months =
        latest.period().kind() == PeriodKind.FINANCIAL_YEAR && indicator.period() == PeriodKind.MONTH
                && indicator.rollUp() == RollUp.SUM
            ? evidence.byArea(indicator.id(), latest.geography(), PeriodKind.MONTH).get(latest.areaCode())
            : null;
    boolean yearly = months != null;
    NavigableMap<Period, IndicatorValue> used = yearly ? months : answers;
    Period last =
        used.descendingMap().entrySet().stream()
            .filter(e -> e.getValue().comparable())
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(latest.period());
    Era era = Era.of(last);
    List<Period> periods =
        AreaSeries.unbroken(used.firstKey(), last).stream().filter(p -> Era.of(p) == era).toList();
    double[] values = periods.stream().mapToDouble(p -> figure(target, used.get(p), yearly)).toArray();
    return new TargetForecast(new AreaSeries(periods, values), yearly);
  }

  private static double figure(Target target, IndicatorValue a, boolean yearly) {
    if (a == null || !a.comparable()) {
      return Double.NaN;
    }
    return yearly ? target.figure(a) * YEAR / a.period().days() : target.figure(a);
  }

  /** Returns the last day of the last figure. */
  LocalDate end() {
    return series.periods().get(series.periods().size() - 1).end();
  }

  /** Returns the number of months in a period. */
  int months() {
    Period last = series.periods().get(series.periods().size() - 1);
    return (int) ChronoUnit.MONTHS.between(last.start(), last.end().plusDays(1));
  }

  /** Forecasts some periods ahead; for a year, at its middle. */
  SeriesForecast outlook(int ahead) {
    if (yearly) {
      AreaSeries.Adjusted adjusted = series.adjusted();
      String method = " of months scaled to a year, " + adjusted.method();
      return SeriesForecast.line(adjusted.values(), Math.max(1, ahead - HALF_A_YEAR)).by(method);
    }
    return SeriesForecast.of(series.values(), 12 / months(), ahead);
  }
}
