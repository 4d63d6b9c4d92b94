package uk.footprints.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import uk.footprints.indicator.Indicator;
import uk.footprints.table.TableData;

/** Builds the pages of reports about the country and all its areas: growth, plans and beds. */
final class ReportPages {

  private ReportPages() {}

  static StoryPage growth(SiteContext site) {
    TableData growth = site.materials().table("growth");
    List<Object[]> rows = pairs(growth, "indicator").stream().filter(row -> listed(growth, row)).toList();
    Exhibit parts =
        ExhibitBuilder.of(rows)
            .filter("Indicator", row -> title(site, growth.text(row, "indicator")))
            .filter("Geography", row -> SiteContext.label(growth.text(row, "geography")))
            .filter("Years", row -> growth.text(row, "from_year") + " to " + growth.text(row, "to_year"))
            .label("Area", row -> cut(growth, row, "area_name"), row -> area(site, growth, row))
            .number("Growth", NumberStyle.SIGNED_PERCENT, growth.number("growth_pct"))
            .number("Change", NumberStyle.SIGNED_WHOLE, growth.number("change"))
            .series("More people", NumberStyle.SIGNED_WHOLE, growth.number("population_size"))
            .series("Older people", NumberStyle.SIGNED_WHOLE, growth.number("age_structure"))
            .series("More for like people", NumberStyle.SIGNED_WHOLE, growth.number("age_specific_rate"))
            .text("Caveats", growth.text("reason"))
            .exhibit(
                "growth-parts", "More people, older people, more care", "Table growth; as was; Das Gupta 1993",
                "The change of the count, in three parts that add up to it.", "stack", "events", "csv/growth.csv");
    TableData from = site.materials().table("contributions");
    List<Object[]> brought = new ArrayList<>(pairs(from, "what"));
    brought.removeIf(row -> !listed(from, row));
    brought.sort(Comparator.comparingDouble((Object[] row) -> -value(from, row, "points")));
    Exhibit contributions =
        ExhibitBuilder.of(brought)
            .filter("Counted", row -> title(site, from.text(row, "what")))
            .filter("By", row -> from.text(row, "geography").equals("route") ? "route" : label(from, row))
            .filter("Years", row -> from.text(row, "from_year") + " to " + from.text(row, "to_year"))
            .label("Part", row -> cut(from, row, "part_name"))
            .series("Points of England's growth", NumberStyle.TWO, from.number("points"))
            .number("Change", NumberStyle.SIGNED_WHOLE, from.number("change"))
            .number("Part of the change", NumberStyle.PERCENT, row -> 100 * from.number(row, "share_of_change"))
            .text("Caveats", from.text("reason"))
            .exhibit(
                "contributions", "Who brought it", "Table contributions; as was",
                "Parts in percentage points add up to the growth of England.", "bars", "percentage points",
                "csv/contributions.csv");
    TableData trends = site.materials().table("long_trends");
    Exhibit longRun =
        ExhibitBuilder.of(
                trends.rows().stream()
                    .filter(row -> listed(trends, row) && !Double.isNaN(trends.number(row, "slope_per_year")))
                    .sorted(Comparator.comparingDouble(row -> -trends.number(row, "slope_per_year")))
                    .toList())
            .filter("Indicator", row -> title(site, trends.text(row, "indicator")))
            .filter("Geography", row -> label(trends, row))
            .filter("Era", row -> era(trends.text(row, "era")))
            .label("Area", row -> cut(trends, row, "area_name"), row -> area(site, trends, row))
            .series("Change a year", NumberStyle.TWO, trends.number("slope_per_year"))
            .number("95% from", NumberStyle.TWO, ColumnHead.Role.LOWER, trends.number("slope_lower_95"))
            .number("to", NumberStyle.TWO, ColumnHead.Role.UPPER, trends.number("slope_upper_95"))
            .text("Trend", trends.text("trend"))
            .text("Caveats", trends.text("reason"))
            .exhibit(
                "long-run", "The long run", "Table long_trends; months or quarters without season; as was",
                "Slopes that no outlier moves, with 95% limits; before and after March 2020 apart.", "bars",
                "value a year", "csv/long_trends.csv");
    return StoryPage.of(
        site.frame("Growth", "growth.html", true), "Growth",
        "How much of the growth is more people, older people, and more care for like people; and who brought it. The"
            + " editions of footprints between 2016 and 2022 are in the CSV files.",
        List.of(
            new PagePart(
                "why", "Why it grows", "", List.of(parts), "This release has no two complete years to compare."),
            new PagePart("who", "Where it comes from", "", List.of(contributions), "There is nothing to add up."),
            new PagePart("long", "Where it goes in the long run", "", List.of(longRun), "No series is long enough.")));
  }

  /** Whether a long list shows a geography: the editions between the first footprints and the boards are left out. */
  private static boolean listed(TableData table, Object[] row) {
    String geography = table.text(row, "geography");
    return !geography.startsWith("stp_") || geography.equals("stp_2016");
  }

  /** Returns rows of the latest pair of neighbouring years and of the longest span, for each thing counted. */
  private static List<Object[]> pairs(TableData table, String what) {
    Map<String, TreeSet<String>> years = new LinkedHashMap<>();
    for (Object[] row : table.rows()) {
      years
          .computeIfAbsent(table.text(row, what), k -> new TreeSet<>())
          .add(table.text(row, "to_year") + table.text(row, "from_year"));
    }
    List<Object[]> rows = new ArrayList<>();
    for (Object[] row : table.rows()) {
      TreeSet<String> all = years.get(table.text(row, what));
      String latest = all.last().substring(0, 7);
      String own = table.text(row, "to_year") + table.text(row, "from_year");
      boolean ends = own.equals(all.last()) || own.equals(all.ceiling(latest));
      if (ends) {
        rows.add(row);
      }
    }
    return rows;
  }

  static StoryPage plans(SiteContext site) {
    TableData plans = site.materials().table("plans");
    List<Object[]> country =
        plans.rows().stream()
            .filter(row -> plans.text(row, "geography").equals(SiteContext.COUNTRY) || single(plans, row))
            .toList();
    List<Object[]> areas = plans.rows().stream().filter(row -> !country.contains(row)).toList();
    List<PagePart> parts = new ArrayList<>();
    parts.add(
        new PagePart(
            "country", "Plans for the country, and of single areas", "",
            List.of(PlanTable.of(plans, country, row -> area(site, plans, row))), "No plan can be looked at."));
    Exhibit all =
        ExhibitBuilder.of(areas)
            .filter("Plan", plans.text("title"))
            .filter("Geography", row -> label(plans, row))
            .label("Area", row -> cut(plans, row, "area_name"), row -> area(site, plans, row))
            .series("Away from it, %", NumberStyle.SIGNED, plans.number("distance_pct"))
            .number("Latest", NumberStyle.ONE, plans.number("latest"))
            .number("Target", NumberStyle.ONE, plans.number("target_value"))
            .text("Met", row -> plans.text(row, "met").equals("true") ? "yes" : "no")
            .number("In a row", NumberStyle.WHOLE, plans.number("periods_in_a_row"))
            .text("On this trend", plans.text("trend_reaches"))
            .text("Caveats", plans.text("reason"))
            .exhibit(
                "plans-areas", "Every area", "Table plans; as was",
                "Above zero is above the target. Whether that is met depends on the plan, which the table shows.",
                "bars",
                "% of the target", "csv/plans.csv");
    parts.add(new PagePart("areas", "Plans for every area", "", List.of(all), "There are none."));
    return StoryPage.of(
        site.frame("Plans", "plans.html", true), "Plans", "What was planned, and is it on the way?", parts);
  }

  private static boolean single(TableData plans, Object[] row) {
    return plans.rows().stream().filter(r -> plans.text(r, "target").equals(plans.text(row, "target"))).count() == 1;
  }

  static StoryPage beds(SiteContext site) {
    TableData beds = site.materials().table("beds");
    String latest =
        beds.rows().stream().map(beds.text("period_start")).max(Comparator.naturalOrder()).orElse("");
    List<Object[]> now =
        beds.rows().stream()
            .filter(row -> beds.text(row, "period_start").equals(latest))
            .sorted(Comparator.comparingDouble(row -> -value(beds, row, "occupancy")))
            .toList();
    Exhibit full =
        ExhibitBuilder.of(now)
            .filter("Geography", row -> label(beds, row))
            .label("Area", row -> cut(beds, row, "area_name"), row -> area(site, beds, row))
            .series("Occupancy, %", NumberStyle.ONE, beds.number("occupancy"))
            .number("Available", NumberStyle.WHOLE, beds.number("available"))
            .number("Quarters above 85%", NumberStyle.WHOLE, beds.number("quarters_over_85"))
            .number("Quarters above 92%", NumberStyle.WHOLE, beds.number("quarters_over_92"))
            .number("Beds per 1,000", NumberStyle.TWO, beds.number("beds_per_1000"))
            .number("Four hours, type 1, %", NumberStyle.ONE, beds.number("four_hour_type_1"))
            .text("Caveats", beds.text("reason"))
            .exhibit(
                "beds-now", "How full they are",
                "KH03, the quarter that begins " + latest + "; general and acute, overnight; as was",
                "Averages of the days of a quarter. Occupancy has no limits by chance.", "bars", "% occupied",
                "csv/beds.csv");
    TableData both = site.materials().table("beds_and_waits");
    Exhibit waits =
        ExhibitBuilder.of(both.rows().stream().filter(row -> !Double.isNaN(both.number(row, "correlation"))).toList())
            .filter("Geography", row -> label(both, row))
            .label("Quarter", row -> IndicatorData.period(both, row).label())
            .series("Correlation", NumberStyle.TWO, both.number("correlation"))
            .number("95% from", NumberStyle.TWO, ColumnHead.Role.LOWER, both.number("lower_95"))
            .number("to", NumberStyle.TWO, ColumnHead.Role.UPPER, both.number("upper_95"))
            .number("Areas", NumberStyle.WHOLE, both.number("n"))
            .exhibit(
                "beds-waits", "Fuller beds, longer waits?", "Table beds_and_waits; across areas, a quarter a point",
                "Below zero: where beds are fuller, fewer people leave within four hours. A correlation is no cause.",
                "lines", "correlation", "csv/beds_and_waits.csv");
    return StoryPage.of(
        site.frame("Beds", "beds.html", true), "Beds", "How many beds there are, how full, and since when.",
        List.of(
            new PagePart("now", "The latest quarter", "", List.of(full), "This release has no beds."),
            new PagePart("waits", "Beds and waits", "", List.of(waits), "Too few areas have both.")));
  }

  static double value(TableData table, Object[] row, String column) {
    double value = table.number(row, column);
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
  }

  static String label(TableData table, Object[] row) {
    return SiteContext.label(table.text(row, "geography"));
  }

  static String cut(TableData table, Object[] row, String column) {
    return Amount.cut(table.text(row, column), 120);
  }

  static String area(SiteContext site, TableData table, Object[] row) {
    return AreaPages.href(site, table.text(row, "geography"), table.text(row, "area_code"));
  }

  private static String era(String era) {
    return switch (era) {
      case "before" -> "to February 2020";
      case "after" -> "from April 2021";
      default -> "the step between";
    };
  }

  static String title(SiteContext site, String id) {
    return site.materials().evidence().findIndicator(id).map(Indicator::title).orElse(id.replace('_', ' '));
  }
}
