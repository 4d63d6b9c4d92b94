package uk.footprints.site;

import java.util.List;
import java.util.function.Function;
import uk.footprints.table.TableData;

/** The table that compares plans with outcomes. */
final class PlanTable {

  private PlanTable() {}

  static Exhibit of(TableData plans, List<Object[]> rows, Function<Object[], String> href) {
    boolean named = rows.stream().map(plans.text("area_code")).distinct().count() > 1;
    ExhibitBuilder<Object[]> sheet = ExhibitBuilder.of(rows).label("Plan", plans.text("title"));
    if (named) {
      sheet.link("Area", row -> Amount.cut(plans.text(row, "area_name"), 120), href);
    }
    return sheet
        .text("Target", row -> shown(plans.number(row, "target_value")))
        .text("By", plans.text("due"))
        .text("Latest", row -> shown(plans.number(row, "latest")))
        .text("Of", row -> year(plans.text(row, "latest_start"), plans.text(row, "period_kind")))
        .text("Met", row -> met(plans.text(row, "met")))
        .text("Forecast, 95% limits", row -> forecast(plans, row))
        .text("On this trend", plans.text("trend_reaches"))
        .text("Caveats", plans.text("reason"))
        .text("Who planned", plans.text("source"))
        .table(
            "plans-table" + (named ? "-areas" : ""), "Plan, latest and forecast", "Table plans; as was",
            "A forecast is an estimate: a robust line with 95% limits.", "csv/plans.csv");
  }

  /** Returns a large number without decimals. */
  private static String shown(double value) {
    return Double.isNaN(value) ? "" : (Math.abs(value) >= 1_000 ? NumberStyle.WHOLE : NumberStyle.ONE).shown(value);
  }

  private static String forecast(TableData plans, Object[] row) {
    String forecast = shown(plans.number(row, "forecast"));
    return forecast.isEmpty()
        ? ""
        : "%s (%s to %s)"
            .formatted(
                forecast, shown(plans.number(row, "forecast_lower_95")),
                shown(plans.number(row, "forecast_upper_95")));
  }

  private static String met(String flag) {
    return flag.equals("true") ? "yes" : flag.equals("false") ? "no" : "";
  }

  private static String year(String start, String kind) {
    if (start.isEmpty()) {
      return "";
    }
    int year = Integer.parseInt(start.substring(0, 4));
    return kind.equals("financial_year") ? "%d/%02d".formatted(year, (year + 1) % 100) : start.substring(0, 7);
  }
}
