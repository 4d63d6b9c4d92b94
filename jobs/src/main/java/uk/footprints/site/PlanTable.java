package uk.footprints.site;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import uk.footprints.period.Period;
import uk.footprints.report.trend.Plans;
import uk.footprints.statistics.Interval;

/** The table that compares plans with outcomes. */
final class PlanTable {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private PlanTable() {}

  static Exhibit of(SiteContext site, List<Plans.Row> rows, Function<Plans.Row, String> href) {
    boolean named = rows.stream().map(row -> row.goal().series().areaCode()).distinct().count() > 1;
    ExhibitBuilder<Plans.Row> builder = ExhibitBuilder.of(rows).label("Plan", row -> row.goal().title());
    if (named) {
      builder.link("Area", row -> Amount.cut(row.goal().series().areaName()), href);
    }
    return builder
        .text("Target", row -> shown(row.goal().targetValue()))
        .text("By", row -> row.goal().due() == null ? "" : row.goal().due().format(DAY))
        .text("Figure that is judged", PlanTable::judgedIn)
        .text("Met", row -> met(row.outcome().met()))
        .text("Latest figure, where it is another", PlanTable::newer)
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

  /** Returns the figure by which a target is judged: that of its day where that has passed, else the latest. */
  static double judged(Plans.Row row) {
    return row.judgedOn() == null ? Double.NaN : row.goal().targetValue() + row.outcome().distance();
  }

  /** Returns the period of that figure. */
  static String period(Plans.Row row) {
    return row.judgedOn() == null ? "" : label(row, row.judgedOn());
  }

  private static String judgedIn(Plans.Row row) {
    return row.judgedOn() == null ? "" : "%s in %s".formatted(shown(judged(row)), period(row));
  }

  /** Returns the latest figure and its period where a target is judged by an earlier one, or by none. */
  private static String newer(Plans.Row row) {
    LocalDate start = row.outcome().latestStart();
    if (start == null) {
      return "";
    }
    int months = months(row);
    LocalDate end = start.plusMonths(months).minusDays(1);
    return row.judgedOn() != null && !end.isAfter(row.judgedOn())
        ? ""
        : "%s in %s".formatted(shown(row.outcome().latest()), label(row, end));
  }

  static String met(Boolean met) {
    return met == null ? "" : met ? "yes" : "no";
  }

  /** Returns the financial year, quarter or month that ends on a day. */
  private static String label(Plans.Row row, LocalDate end) {
    int months = months(row);
    return new Period(end.plusDays(1).minusMonths(months), end, row.goal().periodKind()).label();
  }

  private static int months(Plans.Row row) {
    return switch (row.goal().periodKind()) {
      case FINANCIAL_YEAR -> 12;
      case QUARTER -> 3;
      default -> 1;
    };
  }
}
