package uk.footprints.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.footprints.area.Geography;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.Evidence;
import uk.footprints.report.money.CostScope;
import uk.footprints.report.money.CostScopes;
import uk.footprints.report.trend.ControlCharts;

/** Builds the cards of the first page: the latest month, quarter or year of each theme for England. */
final class NowCards {

  private static final String ENGLAND = "E92000001";
  private static final int MOVERS = 3;
  private static final int SPARK = 36;

  /** A theme, and words in the ids of its indicators: the first word with data is shown. */
  private record Theme(String title, List<String> words, String publication) {}

  private static final List<Theme> THEMES =
      List.of(
          new Theme(
              "Emergency admissions", List.of("emergency_admissions_per", "non_elective_per_1000"),
              "A&E attendances and emergency admissions"),
          new Theme(
              "A&E waits", List.of("ae_four_hour_all", "ae_four_hour", "four_hour"),
              "A&E attendances and emergency admissions"),
          new Theme("Beds", List.of("ga_bed_occupancy", "occupancy"), "Bed availability and occupancy (KH03)"),
          new Theme(
              "Delayed discharge", List.of("discharge_delayed", "delayed_days", "discharge"),
              "Discharge delays, or delayed transfers of care"),
          new Theme(
              "Long stays", List.of("long_stay_21", "long_stay"),
              "Urgent and emergency care daily situation reports"));

  private final SiteContext site;
  private final Evidence evidence;
  private final List<RevisionTables.Change> revisions;

  private NowCards(SiteContext site) {
    this.site = site;
    this.evidence = site.input().evidence();
    this.revisions = RevisionTables.list(site.input());
  }

  static List<NowCard> of(SiteContext site) {
    NowCards cards = new NowCards(site);
    List<NowCard> all = new ArrayList<>();
    for (Theme theme : THEMES) {
      all.add(cards.card(theme));
    }
    all.add(cards.money());
    return all;
  }

  private NowCard card(Theme theme) {
    for (String word : theme.words()) {
      Optional<NowCard> card =
          evidence.indicators().stream()
              .filter(i -> i.id().contains(word))
              .filter(i -> latest(i).isPresent())
              .max(Comparator.comparing(i -> latest(i).orElseThrow().period().end()))
              .map(i -> card(theme, i, latest(i).orElseThrow()));
      if (card.isPresent()) {
        return card.get();
      }
    }
    Optional<IndicatorValue> incomplete =
        theme.words().stream()
            .flatMap(word -> evidence.indicators().stream().filter(i -> i.id().contains(word)))
            .flatMap(i -> evidence.stream(i.id(), SiteContext.COUNTRY))
            .max(Comparator.comparing(v -> v.period().end()));
    if (incomplete.isPresent()) {
      IndicatorValue last = incomplete.get();
      return NowCard.absent(
          theme.title(),
          "No data: no period is complete for England. The latest is %s%s."
              .formatted(last.period().label(), last.reason().isEmpty() ? "" : " (" + site.words(last.reason()) + ")"));
    }
    return NowCard.absent(
        theme.title(),
        "No data: this release has no file of the publication that it needs. It appears when files of “"
            + theme.publication() + "” (NHS England) are in the folder that refresh reads.");
  }

  private Optional<IndicatorValue> latest(Indicator indicator) {
    return latest(series(indicator, SiteContext.COUNTRY, indicator.period()).get(ENGLAND))
        .or(() -> latest(series(indicator, SiteContext.COUNTRY, PeriodKind.FINANCIAL_YEAR).get(ENGLAND)));
  }

  private static Optional<IndicatorValue> latest(NavigableMap<Period, IndicatorValue> series) {
    return series == null
        ? Optional.empty()
        : series.descendingMap().values().stream().filter(IndicatorValue::comparable).findFirst();
  }

  private Map<String, NavigableMap<Period, IndicatorValue>> series(Indicator i, String geography, PeriodKind kind) {
    return evidence.byArea(i.id(), geography, kind);
  }

  private NowCard card(Theme theme, Indicator indicator, IndicatorValue latest) {
    Period period = latest.period();
    NavigableMap<Period, IndicatorValue> own = series(indicator, SiteContext.COUNTRY, period.kind()).get(ENGLAND);
    Optional<IndicatorValue> before = yearBefore(own, period);
    List<NowCard.Detail> details = new ArrayList<>();
    List<NowCard.Item> areas =
        boards(indicator, period).map(geography -> movers(indicator, geography, period)).orElse(List.of());
    if (!areas.isEmpty()) {
      details.add(new NowCard.Detail("Areas that changed most", areas));
    }
    List<NowCard.Item> trusts = movers(indicator, Regions.TRUST, period);
    if (!trusts.isEmpty()) {
      details.add(new NowCard.Detail("Trusts that changed most", trusts));
    }
    details.add(new NowCard.Detail("Revised", List.of(new NowCard.Item("", "", revised(indicator.dataset())))));
    return new NowCard(
        theme.title(), indicator.title(), IndicatorPages.path(indicator.id()) + "#" + SiteContext.COUNTRY,
        amount(indicator, latest.estimate().value()), period.label(), change(indicator, latest, before),
        signal(indicator, period), spark(own), sparkWords(indicator, own), details, "");
  }

  private static Amount amount(Indicator indicator, double value) {
    return indicator.unit().equals("%")
        ? new Amount(NumberStyle.PERCENT.shown(value), "")
        : new Amount(NumberStyle.ONE.shown(value), indicator.unit().replace(" in the period", ""));
  }

  private static Optional<IndicatorValue> yearBefore(NavigableMap<Period, IndicatorValue> series, Period period) {
    LocalDate start = period.start().minusYears(1);
    return series.values().stream()
        .filter(v -> v.period().start().equals(start) && v.comparable())
        .findFirst();
  }

  private String change(Indicator indicator, IndicatorValue latest, Optional<IndicatorValue> before) {
    String broken = before.map(b -> evidence.breakBetween(b, latest)).orElse("");
    if (before.isEmpty() || !broken.isEmpty()) {
      return "The change on the year is not known: "
          + (broken.isEmpty() ? "the same period of the year before is missing or incomplete." : broken + ".");
    }
    IndicatorValue then = before.get();
    if (indicator.denominator().isEmpty()) {
      double growth = 100 * (latest.numerator() / then.numerator() - 1);
      return "%s in all, %s than in %s."
          .formatted(
              NumberStyle.WHOLE.shown(latest.numerator()), moreOrFewer(growth, NumberStyle.PERCENT, "more", "fewer"),
              then.period().label());
    }
    return "%s: %s in %s."
        .formatted(
            difference(indicator, latest.estimate().value() - then.estimate().value()),
            amount(indicator, then.estimate().value()), then.period().label());
  }

  private static String moreOrFewer(double change, NumberStyle style, String more, String fewer) {
    return style.shown(Math.abs(change)) + " " + (change < 0 ? fewer : more);
  }

  private static String difference(Indicator indicator, double change) {
    String size = NumberStyle.ONE.shown(Math.abs(change)) + (indicator.unit().equals("%") ? " percentage points" : "");
    return NumberStyle.ONE.shown(Math.abs(change)).equals("0.0")
        ? "The same as a year before"
        : (change < 0 ? "Down " : "Up ") + size + " on the year";
  }

  /** Returns the planning areas of the day that have values of an indicator, else the latest that have. */
  private Optional<String> boards(Indicator indicator, Period period) {
    List<String> known = evidence.geographies(indicator.id());
    return Geography.findFootprints(period.end())
        .map(Geography::id)
        .filter(known::contains)
        .or(() ->
            Geography.listBuiltIn().stream()
                .filter(g -> g.family().equals(Geography.FOOTPRINT) && known.contains(g.id()))
                .map(Geography::id)
                .reduce((first, last) -> last));
  }

  /** An area, its latest value and its change on the year. */
  private record Mover(IndicatorValue latest, double change) {}

  private List<NowCard.Item> movers(Indicator indicator, String geography, Period period) {
    List<Mover> movers = new ArrayList<>();
    for (NavigableMap<Period, IndicatorValue> own : series(indicator, geography, period.kind()).values()) {
      IndicatorValue now = own.get(period);
      if (now != null && now.comparable()) {
        yearBefore(own, period)
            .filter(then -> evidence.breakBetween(then, now).isEmpty())
            .ifPresent(then -> movers.add(new Mover(now, now.estimate().value() - then.estimate().value())));
      }
    }
    return movers.stream()
        .sorted(Comparator.comparingDouble((Mover m) -> -Math.abs(m.change())))
        .limit(MOVERS)
        .map(
            m ->
                new NowCard.Item(
                    Amount.cut(OrganisationNames.shortened(OrganisationNames.ofArea(m.latest().geography(), m.latest().areaName())), 60),
                    AreaPages.href(site, geography, m.latest().areaCode()),
                    "%s to %s"
                        .formatted(
                            NumberStyle.SIGNED.shown(m.change()) + (indicator.unit().equals("%") ? " points" : ""),
                            indicator.unit().equals("%")
                                ? NumberStyle.PERCENT.shown(m.latest().estimate().value())
                                : NumberStyle.ONE.shown(m.latest().estimate().value()))))
        .toList();
  }

  private String revised(String dataset) {
    List<RevisionTables.Change> own = revisions.stream().filter(c -> c.dataset().equals(dataset)).toList();
    long figures = own.stream().mapToLong(c -> c.rows().size() - c.blanks()).sum();
    return figures == 0
        ? "No figure of this publication was revised."
        : "%s of this publication, the last on %s."
            .formatted(
                figures == 1 ? "One figure" : Amount.whole(figures) + " figures", Headline.day(own.get(0).published()));
  }

  private String signal(Indicator indicator, Period period) {
    SpecialCauseSummary summary = null;
    for (ControlCharts.Row row : site.input().rows(ControlCharts.TABLE)) {
      if (row.series().geography().equals(SiteContext.COUNTRY)
          && row.series().indicator().equals(indicator.id())
          && !Double.isNaN(row.value())
          && !row.period().start().isAfter(period.start())) {
        SpecialCauseSummary next = SpecialCauseSummary.of(row);
        summary = summary == null ? next : summary.then(next);
      }
    }
    if (summary == null) {
      return "";
    }
    String words = summary.words();
    return "Control chart: " + words.substring(0, 1).toLowerCase(Locale.UK)
        + words.substring(1).replaceFirst(": ", ", ")
        + (words.startsWith("Special") ? ", since " + summary.since() : "") + ".";
  }

  private static List<IndicatorValue> recent(NavigableMap<Period, IndicatorValue> series) {
    List<IndicatorValue> all = List.copyOf(series.values());
    return all.subList(Math.max(0, all.size() - SPARK), all.size());
  }

  /** Returns the latest periods as a path; a gap in the data is a gap in the line. */
  private static String spark(NavigableMap<Period, IndicatorValue> series) {
    List<IndicatorValue> points = recent(series);
    double[] values =
        points.stream().mapToDouble(v -> v.comparable() ? v.estimate().value() : Double.NaN).toArray();
    double[] known = java.util.Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    if (known.length < 3) {
      return "";
    }
    double low = java.util.Arrays.stream(known).min().orElseThrow();
    double high = java.util.Arrays.stream(known).max().orElseThrow();
    double span = high > low ? high - low : 1;
    return IntStream.range(0, values.length)
        .filter(i -> !Double.isNaN(values[i]))
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT, "%s%.1f %.1f", i == 0 || Double.isNaN(values[i - 1]) ? "M" : "L",
                    100.0 * i / (values.length - 1), 28 - 26 * (values[i] - low) / span))
        .collect(Collectors.joining());
  }

  private static String sparkWords(Indicator indicator, NavigableMap<Period, IndicatorValue> series) {
    List<IndicatorValue> known = recent(series).stream().filter(IndicatorValue::comparable).toList();
    return known.isEmpty()
        ? ""
        : "Line from %s (%s) to %s (%s)"
            .formatted(
                known.get(0).period().label(), amount(indicator, known.get(0).estimate().value()),
                known.get(known.size() - 1).period().label(),
                amount(indicator, known.get(known.size() - 1).estimate().value()));
  }

  /** Returns the cost of non-elective care in the latest year, with its change at constant prices. */
  private NowCard money() {
    List<CostScopes.Row> costs =
        site.input().rows(CostScopes.TABLE).stream()
            .filter(row -> row.scope().equals(CostScope.NON_ELECTIVE.id()) && !Double.isNaN(row.cost()))
            .sorted(Comparator.comparing(CostScopes.Row::financialYear))
            .toList();
    if (costs.isEmpty()) {
      return NowCard.absent(
          "Money",
          "No data: this release has no costs. They appear when files of the National Cost Collection (NHS England) are"
              + " in the folder that refresh reads.");
    }
    CostScopes.Row last =
        costs.stream().filter(row -> row.prices().equals(row.financialYear())).reduce((a, b) -> b).orElseThrow();
    Optional<CostScopes.Row> before = yearBefore(costs, last);
    String change =
        before
            .map(
                row ->
                    "%s than in %s, at the prices of %s."
                        .formatted(
                            moreOrFewer(100 * (last.cost() / row.cost() - 1), NumberStyle.PERCENT, "more", "less"),
                            row.financialYear(), row.prices()))
            .orElse("The change on the year is not known: the year before has no costs at the prices of this year.");
    return new NowCard(
        "Money", "Cost of non-elective inpatient care", "money.html#costs", MoneyWords.amount(last.cost()),
        last.financialYear(), change, "", "", "", List.of(), "");
  }

  private static Optional<CostScopes.Row> yearBefore(List<CostScopes.Row> costs, CostScopes.Row last) {
    int start = Integer.parseInt(last.financialYear().substring(0, 4)) - 1;
    return costs.stream()
        .filter(row -> row.financialYear().startsWith(start + "/") && row.prices().equals(last.financialYear()))
        .findFirst();
  }
}
