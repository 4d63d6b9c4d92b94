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

  private static final String METHOD_OF_PARTS = "Method of Das Gupta (1993).";

  private ReportPages() {}

  static StoryPage growth(SiteContext site) {
    return StoryPage.of(
        site.frame("Growth in emergency care", "growth.html", true), "Growth in emergency care",
        "How much of the growth comes from more people, from older people and from more care for people of the same"
            + " age;"
            + " which areas and departments contributed most; and the trend of each area.",
        List.of(
            new PagePart(
                "why", "Causes of growth", "", List.of(growthParts(site)),
                "No data: growth needs two complete financial years of the same publication."),
            new PagePart(
                "who", "Contributions to England's growth", "", List.of(contributions(site)),
                "No data: contributions need two complete financial years of the same publication."),
            new PagePart(
                "long", "Long-term trends", "", List.of(longRun(site)),
                "No data: a trend needs at least two years of months or quarters.")));
  }

  /** Returns the parts of each change: more people, older people, more care for people of the same age. */
  private static Exhibit growthParts(SiteContext site) {
    List<GrowthReport.Row> growth =
        pairs(
            site.input().rows(GrowthReport.TABLE), row -> row.series().indicator(), GrowthReport.Row::fromYear,
            GrowthReport.Row::toYear);
    return ExhibitBuilder.of(growth.stream().filter(row -> listed(row.series().geography())).toList())
        .filter("Indicator", row -> title(site, row.series().indicator()))
        .area(
            site, row -> row.series().geography(), row -> row.series().areaCode(), row -> row.series().areaName())
        .filter("Years", row -> row.fromYear() + " to " + row.toYear())
        .number("Growth", NumberStyle.SIGNED_PERCENT, GrowthReport.Row::growthPct)
        .number("Change", NumberStyle.SIGNED_WHOLE, GrowthReport.Row::change)
        .series("More people", NumberStyle.SIGNED_WHOLE, GrowthReport.Row::populationSize)
        .series("Older people", NumberStyle.SIGNED_WHOLE, GrowthReport.Row::ageStructure)
        .series("More care at the same age", NumberStyle.SIGNED_WHOLE, GrowthReport.Row::ageSpecificRate)
        .text("Caveats", row -> site.words(row.reason()))
        .exhibit(
            "growth-parts", "Change in the number of events, by cause", sources(site) + METHOD_OF_PARTS,
            "The three parts add up to the change. Below zero the part reduced the number.", "stack", "events",
            "csv/growth.csv");
  }

  /** Returns the areas, routes and departments that contributed to England's growth. */
  private static Exhibit contributions(SiteContext site) {
    List<Contributions.Row> brought =
        pairs(
            site.input().rows(Contributions.TABLE), Contributions.Row::what, Contributions.Row::fromYear,
            Contributions.Row::toYear);
    return ExhibitBuilder.of(
            brought.stream()
                .filter(row -> listed(row.geography()))
                .sorted(largestFirst(Contributions.Row::points))
                .toList())
        .filter("Counted", row -> title(site, row.what()))
        .filter("Areas", row -> partKind(row.geography()))
        .filter("Years", row -> row.fromYear() + " to " + row.toYear())
        .place(site, Contributions.Row::geography, row -> partCode(row), row -> partName(site, row))
        .series("Contribution", NumberStyle.TWO, Contributions.Row::points)
        .number("Change", NumberStyle.SIGNED_WHOLE, Contributions.Row::change)
        .number("Share of England's change", NumberStyle.PERCENT, row -> 100 * row.shareOfChange())
        .text("Caveats", row -> site.words(row.reason()))
        .exhibit(
            "contributions", "Contribution to England's growth", sources(site),
            "Contributions in percentage points add up to the growth of England.", "bars", "percentage points",
            "csv/contributions.csv");
  }

  private static String partKind(String geography) {
    return geography.equals("route") ? "Departments and routes" : SiteContext.label(geography);
  }

  private static String partCode(Contributions.Row row) {
    return row.geography().equals("route") ? "" : row.part();
  }

  private static String partName(SiteContext site, Contributions.Row row) {
    return row.geography().equals("route") ? site.measures().words(row.part()) : row.partName();
  }

  private static String sources(SiteContext site) {
    return site.sources().of("ae_attendances", "mar_commissioner") + " ";
  }

  /** Returns the trend of each series over years. */
  private static Exhibit longRun(SiteContext site) {
    return ExhibitBuilder.of(
            site.input().rows(LongTrends.TABLE).stream()
                .filter(row -> !Double.isNaN(row.slopePerYear()) && listed(row.series().geography()))
                .sorted(largestFirst(LongTrends.Row::slopePerYear))
                .toList())
        .filter("Indicator", row -> title(site, row.series().indicator()))
        .filter("Time", row -> era(row.era()))
        .area(
            site, row -> row.series().geography(), row -> row.series().areaCode(), row -> row.series().areaName())
        .series("Change a year", NumberStyle.TWO, LongTrends.Row::slopePerYear)
        .number("95% limit, lower", NumberStyle.TWO, ColumnHead.Role.LOWER, row -> row.slopeAt95().lower())
        .number("95% limit, upper", NumberStyle.TWO, ColumnHead.Role.UPPER, row -> row.slopeAt95().upper())
        .text("Trend", LongTrends.Row::trend)
        .text("Caveats", row -> site.words(row.reason()))
        .exhibit(
            "long-run", "Change a year, with 95% limits",
            sources(site) + "Months or quarters with the season removed; slopes of Theil and Sen.",
            "One unusual month does not move these slopes. The years before and after the pandemic are kept apart.",
            "bars", "", "csv/long_trends.csv");
  }

  /** Whether a long list shows a geography: the editions between the first footprints and the boards are left out. */
  private static boolean listed(String geography) {
    return SiteContext.shown(geography)
        && !geography.equals(Regions.TRUST)
        && (!geography.startsWith("stp_") || geography.equals("stp_2016"));
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
    List<Plans.Row> plans =
        SiteContext.shown(site.input().rows(Plans.TABLE), row -> row.goal().series().geography());
    Map<String, Long> areasOf =
        plans.stream().collect(Collectors.groupingBy(row -> row.goal().target(), Collectors.counting()));
    Map<Boolean, List<Plans.Row>> parted =
        plans.stream()
            .collect(
                Collectors.partitioningBy(
                    row -> row.goal().series().geography().equals(SiteContext.COUNTRY)
                        || areasOf.get(row.goal().target()) == 1));
    List<Plans.Row> country = parted.get(true);
    List<Plans.Row> areas = parted.get(false);
    List<PagePart> parts = new ArrayList<>();
    parts.add(
        new PagePart(
            "country", "National targets, and plans of single areas", "",
            List.of(PlanTable.of(site, country, row -> AreaPages.href(site, row.goal().series()))),
            "No data: no target of the list can be compared with the figures of this release."));
    Exhibit all =
        ExhibitBuilder.of(areas)
            .filter("Plan", row -> row.goal().title())
            .area(
                site, row -> row.goal().series().geography(), row -> row.goal().series().areaCode(),
                row -> row.goal().series().areaName())
            .series("Distance from target", NumberStyle.SIGNED_PERCENT, row -> row.outcome().distancePct())
            .number("Latest", NumberStyle.ONE, row -> row.outcome().latest())
            .number("Target", NumberStyle.ONE, row -> row.goal().targetValue())
            .text("Met", row -> Boolean.TRUE.equals(row.outcome().met()) ? "yes" : "no")
            .whole("Periods in a row", row -> row.outcome().periodsInARow())
            .text("Reached on this trend", row -> row.forecast().trendReaches())
            .text("Caveats", row -> site.words(row.reason()))
            .exhibit(
                "plans-areas", "Distance from the target, % of the target", sources(site),
                "Above zero is above the target. Whether that meets the target depends on the target; the table says.",
                "bars", "%", "csv/plans.csv");
    parts.add(
        new PagePart("areas", "Targets in every area", "", List.of(all), "No data: no target applies to every area."));
    return StoryPage.of(
        site.frame("Plans and targets", "plans.html", true), "Plans and targets",
        "What was planned, what happened, and whether the trend reaches the target.", parts);
  }

  static StoryPage beds(SiteContext site) {
    return StoryPage.of(
        site.frame("Beds", "beds.html", true), "Beds",
        "General and acute beds open overnight: how many, how many are occupied, and how occupancy goes with waits.",
        List.of(
            new PagePart(
                "now", "Occupancy in the latest quarter", "", List.of(latestBeds(site)),
                "No data: this release has no file of bed availability and occupancy (KH03)."),
            new PagePart(
                "waits", "Occupancy and waits in A&E", "", List.of(bedsAndWaits(site)),
                "No data: a correlation needs at least ten areas with beds and with waits in the same quarter.")));
  }

  /** Returns the beds of the latest quarter, the fullest first. */
  private static Exhibit latestBeds(SiteContext site) {
    List<BedsReport.Row> beds = SiteContext.shown(site.input().rows(BedsReport.TABLE), BedsReport.Row::geography);
    Optional<Period> latest = beds.stream().map(BedsReport.Row::period).max(Comparator.comparing(Period::start));
    List<BedsReport.Row> now =
        beds.stream()
            .filter(row -> row.period().start().equals(latest.orElseThrow().start()))
            .sorted(largestFirst(BedsReport.Row::occupancy))
            .toList();
    return ExhibitBuilder.of(now)
        .area(site, BedsReport.Row::geography, BedsReport.Row::areaCode, BedsReport.Row::areaName)
        .series("Beds occupied", NumberStyle.PERCENT, BedsReport.Row::occupancy)
        .number("Beds available", NumberStyle.WHOLE, BedsReport.Row::available)
        .number("Quarters in a row above 85%", NumberStyle.WHOLE, BedsReport.Row::quartersOver85)
        .number("Quarters in a row above 92%", NumberStyle.WHOLE, BedsReport.Row::quartersOver92)
        .number("Beds per 1,000 people", NumberStyle.TWO, BedsReport.Row::bedsPer1000)
        .number("Four hours or less in A&E, type 1", NumberStyle.PERCENT, BedsReport.Row::fourHourType1)
        .text("Caveats", row -> site.words(row.reason()))
        .exhibit(
            "beds-now",
            "General and acute beds occupied overnight, " + latest.map(Period::label).orElse(""),
            site.sources().of("kh03_beds"), "Averages of the days of the quarter. They have no confidence limits.",
            "bars", "% occupied", "csv/beds.csv");
  }

  /** Returns the correlation of occupancy and waits, by quarter. */
  private static Exhibit bedsAndWaits(SiteContext site) {
    List<BedsAndWaits.Row> both =
        SiteContext.shown(site.input().rows(BedsAndWaits.TABLE), BedsAndWaits.Row::geography);
    return ExhibitBuilder.of(both.stream().filter(row -> !Double.isNaN(row.correlation())).toList())
        .filter("Areas", row -> SiteContext.label(row.geography()))
        .label("Quarter", row -> row.period().label())
        .series("Correlation", NumberStyle.TWO, BedsAndWaits.Row::correlation)
        .number("95% limit, lower", NumberStyle.TWO, ColumnHead.Role.LOWER, row -> row.at95().lower())
        .number("95% limit, upper", NumberStyle.TWO, ColumnHead.Role.UPPER, row -> row.at95().upper())
        .number("Number of areas", NumberStyle.WHOLE, BedsAndWaits.Row::n)
        .exhibit(
            "beds-waits", "Correlation of bed occupancy with the share of A&E attendances of four hours or less",
            site.sources().of("kh03_beds", "ae_attendances"),
            "Below zero: where more beds are occupied, fewer people leave within four hours. It does not show a cause.",
            "lines", "", "csv/beds_and_waits.csv");
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
    return site.input().evidence().findIndicator(id).map(Indicator::title).orElseGet(() -> counted(id));
  }

  private static String counted(String id) {
    return switch (id) {
      case "attendances" -> "A&E attendances";
      case "emergency_admissions" -> "Emergency admissions";
      default -> sentence(id);
    };
  }

  private static String sentence(String id) {
    String words = id.replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
