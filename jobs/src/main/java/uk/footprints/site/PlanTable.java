package uk.footprints.site;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.trend.Plans;
import uk.footprints.statistics.Interval;

/** The table that compares plans with outcomes. */
final class PlanTable {

  private PlanTable() {}

  static Exhibit of(SiteContext site, List<Plans.Row> rows, Function<Plans.Row, String> href) {
    boolean named = rows.stream().map(row -> row.goal().series().areaCode()).distinct().count() > 1;
    ExhibitBuilder<Plans.Row> builder = ExhibitBuilder.of(rows).label("Plan", row -> row.goal().title());
    if (named) {
      builder.link("Area", row -> Amount.cut(row.goal().series().areaName()), href);
    }
    return builder
        .text("Target", row -> shown(row.goal().targetValue()))
        .day("By", row -> row.goal().due())
        .text("Latest", row -> shown(row.outcome().latest()))
        .text("Period", PlanTable::latest)
        .text("Met", row -> met(row.outcome().met()))
        .text("Forecast, 95% limits", row -> forecast(row.forecast()))
        .text("Reached on this trend", row -> row.forecast().trendReaches())
        .text("Caveats", row -> site.words(row.reason()))
        .text("Source of the plan", Plans.Row::source)
        .table(
            "plans-table" + (named ? "-areas" : ""), "Target, latest figure and forecast",
            site.sources().of("ae_attendances", "mar_commissioner", "kh03_beds"),
            "A forecast is an estimate with 95% limits, from a line that single unusual months do not move.",
            "csv/plans.csv");
  }

  /** Returns a large number without decimals. */
  private static String shown(double value) {
    return Double.isNaN(value) ? "" : (Math.abs(value) >= 1_000 ? NumberStyle.WHOLE : NumberStyle.ONE).shown(value);
  }

  private static String forecast(Plans.Forecast ahead) {
    Interval limits = ahead.forecastAt95();
    return Double.isNaN(ahead.forecast())
        ? ""
        : "%s (%s to %s)".formatted(shown(ahead.forecast()), shown(limits.lower()), shown(limits.upper()));
  }

  private static String met(Boolean met) {
    return met == null ? "" : met ? "yes" : "no";
  }

  /** Returns the latest period that can be compared: a financial year, or a month. */
  private static String latest(Plans.Row row) {
    LocalDate start = row.outcome().latestStart();
    if (start == null) {
      return "";
    }
    return row.goal().periodKind() == PeriodKind.FINANCIAL_YEAR
        ? "%d/%02d".formatted(start.getYear(), (start.getYear() + 1) % 100)
        : new Period(start, start.plusMonths(1).minusDays(1), PeriodKind.MONTH).label();
  }
}
