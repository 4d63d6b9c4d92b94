package uk.footprints.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.footprints.indicator.Answer;
import uk.footprints.indicator.Indicator;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.page.Lines.Key;
import uk.footprints.statistics.Estimate;
import uk.footprints.table.Filled;

/** How an area stands beside the others, and how it changes from year to year. */
final class AreaStands {

  /** A theme, and the indicators whose ids begin so. */
  private static final Map<String, List<String>> THEMES = new LinkedHashMap<>();

  static {
    THEMES.put("Emergency care", List.of("non_elective", "emergency", "ae_conversion"));
    THEMES.put("Waits", List.of("ae_four_hour", "ae_12_hour"));
    THEMES.put("Beds", List.of("ga_bed"));
    THEMES.put("Delays", List.of("delayed"));
  }

  private final Site site;
  private final Filled variation;
  private final Map<Key, Object[]> funnels = new LinkedHashMap<>();

  AreaStands(Site site) {
    this.site = site;
    this.variation = site.materials().table("variation");
    for (Object[] row : variation.rows()) {
      if (variation.text(row, "basis").equals("as_was")) {
        funnels.put(IndicatorData.key(variation, row), row);
      }
    }
  }

  /** An indicator of an area in the year in which it is shown. */
  private record Standing(Indicator indicator, Answer answer, Optional<Answer> england, Object[] funnel) {}

  /** The latest financial year with any comparable answer of a geography. */
  Optional<Period> latest(String geography) {
    return site.materials().evidence().indicators().stream()
        .flatMap(i -> site.materials().evidence().stream(i.id(), geography))
        .filter(a -> a.period().kind() == PeriodKind.FINANCIAL_YEAR && a.comparable())
        .map(Answer::period)
        .max(Comparator.naturalOrder());
  }

  /** Each indicator in its latest whole year. */
  Part glance(String geography, String code) {
    List<Standing> all = new ArrayList<>();
    AreaPages.years(site, geography, code)
        .forEach(
            (indicator, years) ->
                usual(years)
                    .ifPresent(
                        a ->
                            all.add(
                                new Standing(
                                    indicator, a,
                                    site.materials().evidence()
                                        .find(indicator.id(), Site.COUNTRY, "E92000001", a.period()),
                                    funnels.get(Key.of(a))))));
    boolean country = geography.equals(Site.COUNTRY);
    Sheet<Standing> sheet =
        Sheet.of(all)
            .text("Theme", s -> theme(s.indicator().id()))
            .label(
                "Indicator", s -> s.indicator().title(),
                s -> "indicators/" + s.indicator().id() + ".html#" + Site.name(geography) + "/" + code)
            .text("Year", s -> s.answer().period().label())
            .number("Value", Style.ONE, s -> s.answer().estimate().value())
            .text("95% limits", s -> limits(s.answer().estimate()));
    if (!country) {
      sheet
          .number("England", Style.ONE, s -> s.england().map(a -> a.estimate().value()).orElse(Double.NaN))
          .text("Rank", s -> s.answer().rank() == 0 ? "not ranked" : rank(s.answer()))
          .text("Against chance", s -> s.funnel() == null ? "" : judged(variation.text(s.funnel(), "funnel_class")))
          .text(
              "With the usual spread",
              s -> s.funnel() == null ? "" : judged(variation.text(s.funnel(), "od_class")));
    }
    sheet.text("Unit", s -> s.indicator().unit());
    Exhibit table =
        sheet.table(
            "standing", "Every indicator in its latest complete year", "As was; rank 1 is the highest value",
            country ? "" : "Ranks count complete areas only. \"With the usual spread\" allows for differences that all"
                + " areas have (overdispersion).", "");
    return new Part("glance", "At a glance", "", List.of(table), "No indicator has a value for this area.");
  }

  /** The latest complete year; else the latest with a value. */
  private static Optional<Answer> usual(TreeMap<Period, Answer> years) {
    return years.descendingMap().values().stream()
        .filter(Answer::comparable)
        .findFirst()
        .or(() -> years.descendingMap().values().stream()
            .filter(a -> !Double.isNaN(a.estimate().value())).findFirst());
  }

  /** A year of an indicator, here and in England. */
  private record Year(Indicator indicator, Answer answer, double value, double england) {}

  /** Every indicator by financial year. */
  Part change(String geography, String code) {
    List<Year> all = new ArrayList<>();
    AreaPages.years(site, geography, code)
        .forEach(
            (indicator, years) ->
                years.forEach(
                    (period, a) ->
                        all.add(
                            new Year(
                                indicator, a, a.comparable() ? a.estimate().value() : Double.NaN,
                                site.materials().evidence()
                                    .find(indicator.id(), Site.COUNTRY, "E92000001", period)
                                    .filter(Answer::comparable)
                                    .map(e -> e.estimate().value())
                                    .orElse(Double.NaN)))));
    Sheet<Year> sheet =
        Sheet.of(all)
            .filter("Indicator", y -> y.indicator().title())
            .label("Year", y -> y.answer().period().label())
            .series("This area", Style.ONE, Year::value);
    if (!geography.equals(Site.COUNTRY)) {
      sheet.series("England", Style.ONE, Year::england);
    }
    Exhibit lines =
        sheet
            .number("Count", Style.WHOLE, y -> y.answer().numerator())
            .text("Rank", y -> y.answer().rank() == 0 ? "" : rank(y.answer()))
            .text("Unit", y -> y.indicator().unit())
            .text("Mind", y -> y.answer().comparable() ? "" : y.answer().reason())
            .exhibit(
                "years", "By financial year", "Financial years, as was",
                "Years that are incomplete or not comparable have no point; the table says why.", "lines", "",
                "csv/trends.csv");
    return new Part(
        "change", "How it changes", "Months, limits and special causes are on the page of each indicator.",
        List.of(lines), "There are no years to compare.");
  }

  /** What is missing, by year and indicator. */
  Part gaps(String geography, String code) {
    List<Year> gaps = new ArrayList<>();
    AreaPages.years(site, geography, code)
        .forEach(
            (indicator, years) ->
                years.descendingMap().values().stream()
                    .filter(a -> !a.comparable())
                    .forEach(a -> gaps.add(new Year(indicator, a, a.completeness(), Double.NaN))));
    Exhibit table =
        Sheet.of(gaps)
            .label("Indicator", y -> y.indicator().title())
            .text("Year", y -> y.answer().period().label())
            .text("Status", y -> y.answer().status().replace('_', ' '))
            .number("Complete", Style.PERCENT, y -> 100 * y.value())
            .text("Why", y -> y.answer().reason())
            .table("gaps-table", "Years that are not ranked", "As was; completeness is an estimate", "", "");
    return new Part(
        "gaps", "What is not known", "", List.of(table), "Every financial year of every indicator is complete.");
  }

  /** The first indicator of each theme as a sentence. */
  List<String> facts(String geography, String code, Period latest) {
    List<String> facts = new ArrayList<>();
    Map<Indicator, TreeMap<Period, Answer>> years = AreaPages.years(site, geography, code);
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
                                        e.getKey().title(), Style.ONE.shown(a.estimate().value()),
                                        e.getKey().unit().equals("%") ? "%" : "", a.period().label(),
                                        a.rank() == 0 ? "" : ", rank " + rank(a)))));
    return facts;
  }

  private static String theme(String indicator) {
    return THEMES.entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(indicator::startsWith))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("Other");
  }

  private static String rank(Answer a) {
    return a.rank() + " of " + a.ranked();
  }

  private static String limits(Estimate e) {
    return Double.isNaN(e.lower95()) ? "none" : Style.ONE.shown(e.lower95()) + " to " + Style.ONE.shown(e.upper95());
  }

  /** A class of the funnel in words. */
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
