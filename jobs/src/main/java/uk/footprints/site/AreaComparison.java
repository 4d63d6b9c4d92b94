package uk.footprints.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.variation.FunnelReport;
import uk.footprints.site.SeriesData.Key;
import uk.footprints.statistics.Estimate;

/** Compares an area with the others, and its values from year to year. */
final class AreaComparison {

  /** A theme, and the prefix of the ids of its indicators. */
  private static final Map<String, List<String>> THEMES = themes();

  private static Map<String, List<String>> themes() {
    Map<String, List<String>> themes = new LinkedHashMap<>();
    themes.put("Emergency care", List.of("non_elective_per", "non_elective_age", "emergency", "ae_conversion",
        "hes_emergency", "zero_day", "overnight"));
    themes.put("A&E waits", List.of("ae_four_hour", "ae_12_hour", "ae_twelve"));
    themes.put("Beds", List.of("ga_bed"));
    themes.put("Delayed discharge", List.of("delayed", "discharge", "virtual_ward"));
    themes.put("Long stays", List.of("long_stay", "stays"));
    themes.put("Money", List.of("non_elective_cost", "non_elective_unit_cost", "allocation"));
    themes.put("Avoidable admissions and readmissions", List.of("readmission", "acs_", "ambulatory", "avoidable"));
    return Collections.unmodifiableMap(themes);
  }

  private final SiteContext site;
  private final Map<Key, FunnelReport.Row> funnels = new LinkedHashMap<>();
  private final RecordingChanges changes;

  AreaComparison(SiteContext site) {
    this.site = site;
    this.changes = RecordingChanges.of(site.input());
    for (FunnelReport.Row row : site.input().rows(FunnelReport.TABLE)) {
      if (row.basis().equals("as_was")) {
        funnels.put(Key.of(row), row);
      }
    }
  }

  /** An indicator of an area in the year in which it is shown. */
  private record LatestValue(
      Indicator indicator, IndicatorValue answer, Optional<IndicatorValue> england, FunnelReport.Row funnel) {}

  /** Returns the latest financial year with any comparable value of a geography. */
  Optional<Period> latest(String geography) {
    return site.input().evidence().indicators().stream()
        .flatMap(i -> site.input().evidence().stream(i.id(), geography))
        .filter(a -> a.period().kind() == PeriodKind.FINANCIAL_YEAR && a.comparable())
        .map(IndicatorValue::period)
        .max(Comparator.naturalOrder());
  }

  /** Returns each indicator in its latest whole year. */
  PagePart glance(String geography, String code) {
    List<LatestValue> all = new ArrayList<>();
    AreaPages.years(site, geography, code)
        .forEach(
            (indicator, years) ->
                usual(years)
                    .ifPresent(
                        a ->
                            all.add(
                                new LatestValue(
                                    indicator, a,
                                    site.input().evidence()
                                        .find(indicator.id(), SiteContext.COUNTRY, "E92000001", a.period()),
                                    funnels.get(Key.of(a))))));
    boolean country = geography.equals(SiteContext.COUNTRY);
    ExhibitBuilder<LatestValue> builder =
        ExhibitBuilder.of(all)
            .text("Theme", s -> theme(s.indicator().id()))
            .label(
                "Indicator", s -> s.indicator().title(),
                s -> "indicators/" + s.indicator().id() + ".html#" + SiteContext.name(geography) + "/" + code)
            .text("Year", s -> s.answer().period().label())
            .number("Value", NumberStyle.VALUE, s -> s.answer().estimate().value())
            .text("95% limits", s -> limits(s.answer().estimate()));
    if (!country) {
      builder
          .number("England", NumberStyle.VALUE, s -> s.england().map(a -> a.estimate().value()).orElse(Double.NaN))
          .text("Rank", s -> s.answer().rank() == 0 ? "not ranked" : rank(s.answer()))
          .text("Funnel plot", s -> s.funnel() == null ? "" : judged(s.funnel().funnelClass()))
          .text(
              "Funnel plot adjusted for overdispersion",
              s -> s.funnel() == null ? "" : judged(s.funnel().odClass()));
    }
    builder.text("Unit", s -> s.indicator().unit());
    Exhibit table =
        builder.table(
            "standing", "All indicators, latest complete financial year",
            "Source: the publication of each indicator, named on its page.",
            country ? ""
                : "Rank 1 is the highest value; ranks count complete areas only. Overdispersion is the difference"
                + " between areas beyond chance that nearly all of them have.", "");
    return new PagePart("glance", "Summary", "", List.of(table),
        "No data: no indicator of this release has a value here.");
  }

  /** Returns the latest complete year, or else the latest with a value. */
  private static Optional<IndicatorValue> usual(TreeMap<Period, IndicatorValue> years) {
    return years.descendingMap().values().stream()
        .filter(IndicatorValue::comparable)
        .findFirst()
        .or(() -> years.descendingMap().values().stream()
            .filter(a -> !Double.isNaN(a.estimate().value())).findFirst());
  }

  /** A year of an indicator, here and in England. */
  private record Year(Indicator indicator, IndicatorValue answer, double value, double england) {}

  /** Returns every indicator by financial year. */
  PagePart change(String geography, String code) {
    List<Year> all = new ArrayList<>();
    AreaPages.years(site, geography, code)
        .forEach(
            (indicator, years) ->
                years.forEach(
                    (period, a) ->
                        all.add(
                            new Year(
                                indicator, a, a.comparable() ? a.estimate().value() : Double.NaN,
                                site.input().evidence()
                                    .find(indicator.id(), SiteContext.COUNTRY, "E92000001", period)
                                    .filter(IndicatorValue::comparable)
                                    .map(e -> e.estimate().value())
                                    .orElse(Double.NaN)))));
    ExhibitBuilder<Year> builder =
        ExhibitBuilder.of(all)
            .filter("Indicator", y -> y.indicator().title())
            .label("Year", y -> y.answer().period().label())
            .series("Value", NumberStyle.VALUE, Year::value);
    if (!geography.equals(SiteContext.COUNTRY)) {
      builder.series("England", NumberStyle.VALUE, Year::england);
    }
    Exhibit lines =
        builder
            .number("Count", NumberStyle.WHOLE, y -> y.answer().numerator())
            .text("Rank", y -> y.answer().rank() == 0 ? "" : rank(y.answer()))
            .text("Unit", y -> y.indicator().unit())
            .recording("Recording", y -> changes.during(y.indicator().id(), geography, y.answer().period()))
            .text("Caveats", y -> y.answer().comparable() ? "" : site.words(y.answer().reason()))
            .exhibit(
                "years", "Trend by financial year", "Source: the publication of the indicator, named on its page.",
                "Years that are incomplete or not comparable have no point; the table gives the reason. In shaded years"
                    + " the publication changed what it counts, which the page of the indicator explains.",
                "lines", "",
                "csv/trends.csv");
    return new PagePart(
        "change", "Trends", "Months, limits and control charts are on the page of each indicator.",
        List.of(lines), "No data: no indicator has a financial year here.");
  }

  /** Returns what is missing, by year and indicator. */
  PagePart gaps(String geography, String code) {
    List<Year> gaps = new ArrayList<>();
    AreaPages.years(site, geography, code)
        .forEach(
            (indicator, years) ->
                years.descendingMap().values().stream()
                    .filter(a -> !a.comparable())
                    .forEach(a -> gaps.add(new Year(indicator, a, a.completeness(), Double.NaN))));
    Exhibit table =
        ExhibitBuilder.of(gaps)
            .label("Indicator", y -> y.indicator().title())
            .text("Year", y -> y.answer().period().label())
            .text("Status", y -> y.answer().status().replace('_', ' '))
            .number("Complete", NumberStyle.PERCENT, y -> 100 * y.value())
            .text("Reason", y -> site.words(y.answer().reason()))
            .table("gaps-table", "Financial years that are incomplete or not comparable",
                "Source: returns of organisations to the publication of each indicator.",
                "Completeness is an estimate.", "");
    return new PagePart(
        "gaps", "Missing returns", "", List.of(table), "Every financial year of every indicator is complete.");
  }

  /** Returns the first indicator of each theme as a sentence. */
  List<String> facts(String geography, String code, Period latest) {
    List<String> facts = new ArrayList<>();
    Map<Indicator, TreeMap<Period, IndicatorValue>> years = AreaPages.years(site, geography, code);
    THEMES.values().stream()
        .flatMap(
            ids ->
                years.entrySet().stream()
                    .filter(e -> ids.stream().anyMatch(id -> e.getKey().id().startsWith(id)))
                    .limit(1))
        .forEach(
            e ->
                usual(e.getValue())
                    .ifPresent(
                        a ->
                            facts.add(
                                "%s: %s%s in %s%s"
                                    .formatted(
                                        e.getKey().title(), NumberStyle.VALUE.shown(a.estimate().value()),
                                        e.getKey().unit().equals("%") ? "%" : "", a.period().label(),
                                        a.rank() == 0 ? "" : ", rank " + rank(a) + ", 1 being the highest"))));
    return facts;
  }

  private static String theme(String indicator) {
    return THEMES.entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(indicator::startsWith))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("Other");
  }

  private static String rank(IndicatorValue a) {
    return a.rank() + " of " + a.ranked();
  }

  private static String limits(Estimate e) {
    return Double.isNaN(e.lower95())
        ? "none"
        : NumberStyle.VALUE.shown(e.lower95()) + " to " + NumberStyle.VALUE.shown(e.upper95());
  }

  /** Returns a class of the funnel plot in words. */
  static String judged(String label) {
    return switch (label) {
      case "Low (0.001)" -> "▼ below the 99.8% limit";
      case "Low (0.025)" -> "▽ below the 95% limit";
      case "Not significant" -> "within the limits";
      case "High (0.025)" -> "△ above the 95% limit";
      case "High (0.001)" -> "▲ above the 99.8% limit";
      default -> "";
    };
  }
}
