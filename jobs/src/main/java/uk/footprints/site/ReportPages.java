package uk.footprints.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import uk.footprints.indicator.Indicator;
import uk.footprints.period.Period;
import uk.footprints.report.Era;
import uk.footprints.report.beds.BedsAndWaits;
import uk.footprints.report.beds.BedsReport;
import uk.footprints.report.trend.Contributions;
import uk.footprints.report.trend.GrowthReport;
import uk.footprints.report.trend.LongTrends;
import uk.footprints.report.trend.Plans;

/** Builds the pages of reports about the country and all its areas: growth, plans and beds. */
final class ReportPages {

  private ReportPages() {}

  static StoryPage growth(SiteContext site) {
    List<GrowthReport.Row> growth =
        pairs(
            site.input().rows(GrowthReport.TABLE), row -> row.series().indicator(), GrowthReport.Row::fromYear,
            GrowthReport.Row::toYear);
    Exhibit parts =
        ExhibitBuilder.of(growth.stream().filter(row -> listed(row.series().geography())).toList())
            .filter("Indicator", row -> title(site, row.series().indicator()))
            .filter("Geography", row -> SiteContext.label(row.series().geography()))
            .filter("Years", row -> row.fromYear() + " to " + row.toYear())
            .label("Area", row -> Amount.cut(row.series().areaName()), row -> AreaPages.href(site, row.series()))
            .number("Growth", NumberStyle.SIGNED_PERCENT, GrowthReport.Row::growthPct)
            .number("Change", NumberStyle.SIGNED_WHOLE, GrowthReport.Row::change)
            .series("More people", NumberStyle.SIGNED_WHOLE, GrowthReport.Row::populationSize)
            .series("Older people", NumberStyle.SIGNED_WHOLE, GrowthReport.Row::ageStructure)
            .series("More for like people", NumberStyle.SIGNED_WHOLE, GrowthReport.Row::ageSpecificRate)
            .text("Caveats", GrowthReport.Row::reason)
            .exhibit(
                "growth-parts", "More people, older people, more care", "Table growth; as was; Das Gupta 1993",
                "The change of the count, in three parts that add up to it.", "stack", "events", "csv/growth.csv");
    List<Contributions.Row> brought =
        pairs(
            site.input().rows(Contributions.TABLE), Contributions.Row::what, Contributions.Row::fromYear,
            Contributions.Row::toYear);
    Exhibit contributions =
        ExhibitBuilder.of(
                brought.stream()
                    .filter(row -> listed(row.geography()))
                    .sorted(largestFirst(Contributions.Row::points))
                    .toList())
            .filter("Counted", row -> title(site, row.what()))
            .filter("By", row -> row.geography().equals("route") ? "route" : SiteContext.label(row.geography()))
            .filter("Years", row -> row.fromYear() + " to " + row.toYear())
            .label("Part", row -> Amount.cut(row.partName()))
            .series("Points of England's growth", NumberStyle.TWO, Contributions.Row::points)
            .number("Change", NumberStyle.SIGNED_WHOLE, Contributions.Row::change)
            .number("Part of the change", NumberStyle.PERCENT, row -> 100 * row.shareOfChange())
            .text("Caveats", Contributions.Row::reason)
            .exhibit(
                "contributions", "Who brought it", "Table contributions; as was",
                "Parts in percentage points add up to the growth of England.", "bars", "percentage points",
                "csv/contributions.csv");
    Exhibit longRun =
        ExhibitBuilder.of(
                site.input().rows(LongTrends.TABLE).stream()
                    .filter(row -> listed(row.series().geography()) && !Double.isNaN(row.slopePerYear()))
                    .sorted(largestFirst(LongTrends.Row::slopePerYear))
                    .toList())
            .filter("Indicator", row -> title(site, row.series().indicator()))
            .filter("Geography", row -> SiteContext.label(row.series().geography()))
            .filter("Era", row -> era(row.era()))
            .label("Area", row -> Amount.cut(row.series().areaName()), row -> AreaPages.href(site, row.series()))
            .series("Change a year", NumberStyle.TWO, LongTrends.Row::slopePerYear)
            .number("95% from", NumberStyle.TWO, ColumnHead.Role.LOWER, row -> row.slopeAt95().lower())
            .number("to", NumberStyle.TWO, ColumnHead.Role.UPPER, row -> row.slopeAt95().upper())
            .text("Trend", LongTrends.Row::trend)
            .text("Caveats", LongTrends.Row::reason)
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
  private static boolean listed(String geography) {
    return !geography.startsWith("stp_") || geography.equals("stp_2016");
  }

  /** Returns rows of the latest pair of neighbouring years and of the longest span, for each thing counted. */
  private static <R> List<R> pairs(
      List<R> rows, Function<R, String> counted, Function<R, String> from, Function<R, String> to) {
    Map<String, TreeSet<String>> years = new HashMap<>();
    for (R row : rows) {
      years
          .computeIfAbsent(counted.apply(row), k -> new TreeSet<>())
          .add(to.apply(row) + from.apply(row));
    }
    List<R> chosen = new ArrayList<>();
    for (R row : rows) {
      TreeSet<String> all = years.get(counted.apply(row));
      String latest = all.last().substring(0, 7);
      String own = to.apply(row) + from.apply(row);
      if (own.equals(all.last()) || own.equals(all.ceiling(latest))) {
        chosen.add(row);
      }
    }
    return chosen;
  }

  static StoryPage plans(SiteContext site) {
    List<Plans.Row> plans = site.input().rows(Plans.TABLE);
    Map<Boolean, List<Plans.Row>> parted =
        plans.stream()
            .collect(
                Collectors.partitioningBy(
                    row -> row.goal().series().geography().equals(SiteContext.COUNTRY) || single(plans, row)));
    List<Plans.Row> country = parted.get(true);
    List<Plans.Row> areas = parted.get(false);
    List<PagePart> parts = new ArrayList<>();
    parts.add(
        new PagePart(
            "country", "Plans for the country, and of single areas", "",
            List.of(PlanTable.of(country, row -> AreaPages.href(site, row.goal().series()))), "No plan can be looked at."));
    Exhibit all =
        ExhibitBuilder.of(areas)
            .filter("Plan", row -> row.goal().title())
            .filter("Geography", row -> SiteContext.label(row.goal().series().geography()))
            .label(
                "Area", row -> Amount.cut(row.goal().series().areaName()),
                row -> AreaPages.href(site, row.goal().series()))
            .series("Away from it, %", NumberStyle.SIGNED, row -> row.outcome().distancePct())
            .number("Latest", NumberStyle.ONE, row -> row.outcome().latest())
            .number("Target", NumberStyle.ONE, row -> row.goal().targetValue())
            .text("Met", row -> Boolean.TRUE.equals(row.outcome().met()) ? "yes" : "no")
            .whole("In a row", row -> row.outcome().periodsInARow())
            .text("On this trend", row -> row.forecast().trendReaches())
            .text("Caveats", Plans.Row::reason)
            .exhibit(
                "plans-areas", "Every area", "Table plans; as was",
                "Above zero is above the target. Whether that is met depends on the plan, which the table shows.",
                "bars",
                "% of the target", "csv/plans.csv");
    parts.add(new PagePart("areas", "Plans for every area", "", List.of(all), "There are none."));
    return StoryPage.of(
        site.frame("Plans", "plans.html", true), "Plans", "What was planned, and is it on the way?", parts);
  }

  private static boolean single(List<Plans.Row> plans, Plans.Row plan) {
    return plans.stream().filter(row -> row.goal().target().equals(plan.goal().target())).count() == 1;
  }

  static StoryPage beds(SiteContext site) {
    List<BedsReport.Row> beds = site.input().rows(BedsReport.TABLE);
    Optional<Period> latest = beds.stream().map(BedsReport.Row::period).max(Comparator.comparing(Period::start));
    List<BedsReport.Row> now =
        beds.stream()
            .filter(row -> row.period().start().equals(latest.orElseThrow().start()))
            .sorted(largestFirst(BedsReport.Row::occupancy))
            .toList();
    Exhibit full =
        ExhibitBuilder.of(now)
            .filter("Geography", row -> SiteContext.label(row.geography()))
            .label(
                "Area", row -> Amount.cut(row.areaName()),
                row -> AreaPages.href(site, row.geography(), row.areaCode()))
            .series("Occupancy, %", NumberStyle.ONE, BedsReport.Row::occupancy)
            .number("Available", NumberStyle.WHOLE, BedsReport.Row::available)
            .number("Quarters above 85%", NumberStyle.WHOLE, BedsReport.Row::quartersOver85)
            .number("Quarters above 92%", NumberStyle.WHOLE, BedsReport.Row::quartersOver92)
            .number("Beds per 1,000", NumberStyle.TWO, BedsReport.Row::bedsPer1000)
            .number("Four hours, type 1, %", NumberStyle.ONE, BedsReport.Row::fourHourType1)
            .text("Caveats", BedsReport.Row::reason)
            .exhibit(
                "beds-now", "How full they are",
                "KH03, the quarter that begins " + latest.map(p -> p.start().toString()).orElse("") + "; general and acute, overnight; as was",
                "Averages of the days of a quarter. Occupancy has no limits by chance.", "bars", "% occupied",
                "csv/beds.csv");
    List<BedsAndWaits.Row> both = site.input().rows(BedsAndWaits.TABLE);
    Exhibit waits =
        ExhibitBuilder.of(both.stream().filter(row -> !Double.isNaN(row.correlation())).toList())
            .filter("Geography", row -> SiteContext.label(row.geography()))
            .label("Quarter", row -> row.period().label())
            .series("Correlation", NumberStyle.TWO, BedsAndWaits.Row::correlation)
            .number("95% from", NumberStyle.TWO, ColumnHead.Role.LOWER, row -> row.at95().lower())
            .number("to", NumberStyle.TWO, ColumnHead.Role.UPPER, row -> row.at95().upper())
            .number("Areas", NumberStyle.WHOLE, BedsAndWaits.Row::n)
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

  /** Orders rows by a number, the largest first and those without a number last. */
  static <R> Comparator<R> largestFirst(ToDoubleFunction<R> number) {
    return Comparator.comparingDouble(
        row -> Double.isNaN(number.applyAsDouble(row)) ? Double.POSITIVE_INFINITY : -number.applyAsDouble(row));
  }

  private static String era(Era era) {
    return switch (era) {
      case BEFORE -> "to February 2020";
      case AFTER -> "from April 2021";
      case ACROSS -> "the step between";
    };
  }

  static String title(SiteContext site, String id) {
    return site.input().evidence().findIndicator(id).map(Indicator::title).orElse(id.replace('_', ' '));
  }
}
