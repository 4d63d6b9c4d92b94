package uk.footprints.report.trend;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import uk.footprints.indicator.AttendanceMeasures;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.Indicator.Term;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.BasisColumn;
import uk.footprints.report.Evidence;
import uk.footprints.report.PublishedCounts;
import uk.footprints.report.Report;
import uk.footprints.report.ReportHead;
import uk.footprints.report.YearPair;
import uk.footprints.statistics.Growth;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * Reports which areas, and which routes or kinds of department, contributed to the country's growth between any two
 * financial years. Points add up to the growth of the whole; activity that belongs to no area is one of the parts.
 */
public final class Contributions implements Report<Contributions.Row> {

  /** A row: part of the country x two financial years. */
  public record Row(
      @Column(
          value = "What is counted: an indicator's id, or attendances or emergency_admissions by department.",
          required = true)
      String what,
      @Column(value = "As in areas; route for routes and kinds of department.", required = true) String geography,
      @Column(value = "The area's code, unassigned, or the measure.", required = true) String part,
      @Column("Its name.") String partName,
      @BasisColumn String basis,
      @Column(value = "The first financial year.", required = true) String fromYear,
      @Column(value = "The second.", required = true) String toYear,
      @Column("Events in the first.") double fromCount,
      @Column("Events in the second.") double toCount,
      @Column("The second less the first.") double change,
      @Column(value = "The change over the country's first count: parts add up.", unit = "percentage points")
      double points,
      @Column("The change over the country's; can be below 0 or above 1.") double shareOfChange,
      @Column(value = "The country's growth.", unit = "%") double countryGrowthPct,
      @Column("How.") String method,
      @Column("Caveats, such as an incomplete part.") String reason) {}

  /** The table {@code contributions}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "contributions", "part of the country x two financial years",
          Row.class, "what", "geography", "part", "from_year", "to_year", "basis");

  private static final String ROUTE = "route";
  private static final String AE = "ae_attendances";
  private static final String ATTENDANCES = "ae.attendances.";
  private static final int WHOLE_YEAR = 12;
  private static final int MOST_NAMED = 6;

  /** The counts that are split by route or kind of department. */
  private static final Map<String, List<String>> BY_ROUTE =
      new TreeMap<>(
          Map.of(
              "attendances",
              List.of("ae.attendances.type_1", "ae.attendances.type_2", "ae.attendances.other"),
              "emergency_admissions",
              List.of(
                  "ae.emergency_admissions.type_1", "ae.emergency_admissions.type_2",
                  "ae.emergency_admissions.other_ae", "ae.emergency_admissions.other")));

  private static final ReportHead<Row> HEAD =
      ReportHead.of(TABLE, "Which areas, routes and departments contributed to the country's growth?")
          .withMeasures(
              BY_ROUTE.values().stream()
                  .flatMap(List::stream)
                  .flatMap(part -> terms(part).stream())
                  .map(term -> new Need(AE, term.measure()))
                  .distinct()
                  .toList());

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  /** Returns the terms of a part; attendances include booked ones, which are counted separately from August 2020. */
  private static List<Term> terms(String part) {
    return part.startsWith(ATTENDANCES)
        ? AttendanceMeasures.attendances(part.substring(ATTENDANCES.length()))
        : List.of(new Term(part, 1));
  }

  private static double total(ObservationSeries figures, String part, Period month) {
    return terms(part).stream()
        .filter(term -> !month.start().isBefore(term.since()))
        .mapToDouble(term -> term.sign() * figures.total(AE, term.measure(), month))
        .sum();
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    for (Indicator indicator : evidence.indicators()) {
      boolean events = indicator.countsEvents() && !indicator.ageWeighted();
      for (String geography : events ? evidence.geographies(indicator.id()) : List.<String>of()) {
        NavigableMap<Period, List<IndicatorValue>> byPeriod = evidence.byPeriod(indicator.id(), geography);
        if (!geography.equals("country")) {
          YearPair.pairs(byPeriod).forEach(years -> areas(rows, evidence, years, byPeriod));
        }
      }
    }
    BY_ROUTE.forEach((what, measures) -> routes(rows, what, measures, evidence));
    return rows;
  }

  /**
   * A part of the country.
   *
   * @param incomplete whether returns are missing in either year
   */
  private record Part(
      String code, String name, double first, double second, boolean incomplete, String reason) {}

  private static void areas(
      List<Row> rows, Evidence evidence, YearPair years, NavigableMap<Period, List<IndicatorValue>> byPeriod) {
    Map<String, IndicatorValue> first = byCode(byPeriod.get(years.first()));
    Map<String, IndicatorValue> second = byCode(byPeriod.get(years.second()));
    TreeSet<String> codes = new TreeSet<>(first.keySet());
    codes.addAll(second.keySet());
    List<Part> parts = new ArrayList<>();
    for (String code : codes) {
      IndicatorValue a = first.get(code);
      IndicatorValue b = second.get(code);
      IndicatorValue any = a == null ? b : a;
      String caveat = Stream.of(caveat(a, b), broken(evidence, a, b)).filter(t -> !t.isEmpty()).collect(joining("; "));
      parts.add(new Part(code, any.areaName(), count(a), count(b), incomplete(a) || incomplete(b), caveat));
    }
    IndicatorValue any = byPeriod.get(years.first()).get(0);
    add(rows, any.indicator(), any.geography(), any.basis(), years, parts);
  }

  private static Map<String, IndicatorValue> byCode(List<IndicatorValue> answers) {
    Map<String, IndicatorValue> byCode = new HashMap<>();
    answers.forEach(a -> byCode.put(a.areaCode(), a));
    return byCode;
  }

  private static boolean incomplete(IndicatorValue a) {
    return a != null && a.status().equals(IndicatorValue.INCOMPLETE);
  }

  private static double count(IndicatorValue a) {
    return a == null ? 0 : PublishedCounts.numerator(a);
  }

  private static String caveat(IndicatorValue a, IndicatorValue b) {
    if (a == null || b == null) {
      return "nothing in " + (a == null ? "the first year" : "the second year");
    }
    if (a.status().equals(IndicatorValue.UNASSIGNED)) {
      return b.reason();
    }
    IndicatorValue faulty = a.status().equals(IndicatorValue.INCOMPLETE) ? a : b;
    IndicatorValue empty = PublishedCounts.absent(a) ? a : b;
    if (PublishedCounts.absent(empty)) {
      return empty.period().label() + " has no figure: " + empty.reason();
    }
    return faulty.status().equals(IndicatorValue.INCOMPLETE)
        ? faulty.period().label() + " is incomplete: " + faulty.reason()
        : "";
  }

  /** Names the changes of land and of recording between two values of an area. */
  private static String broken(Evidence evidence, IndicatorValue a, IndicatorValue b) {
    if (a == null || b == null || a.areaCode().equals(IndicatorValue.UNASSIGNED)) {
      return "";
    }
    String land = evidence.breakBetween(a, b);
    String recorded = evidence.recordingBreaks(a.indicator(), a.geography(), a.period(), b.period());
    return Stream.of(land.isEmpty() ? "" : "not the same land: " + land, recorded)
        .filter(text -> !text.isEmpty())
        .collect(joining("; "));
  }

  private static void routes(List<Row> rows, String what, List<String> measures, Evidence evidence) {
    ObservationSeries figures = evidence.figures();
    NavigableMap<Period, Map<String, Double>> years = new TreeMap<>();
    Map<Period, Map<String, Integer>> months = new HashMap<>();
    for (String measure : measures) {
      for (Period month : figures.periods(AE, measure)) {
        Period year = Period.financialYear(month.financialYear());
        years
            .computeIfAbsent(year, y -> new TreeMap<>())
            .merge(measure, total(figures, measure, month), Double::sum);
        months.computeIfAbsent(year, y -> new HashMap<>()).merge(measure, 1, Integer::sum);
      }
    }
    years
        .keySet()
        .removeIf(y -> measures.stream().anyMatch(m -> months.get(y).getOrDefault(m, 0) < WHOLE_YEAR));
    for (Period first : years.keySet()) {
      for (Period second : years.tailMap(first, false).keySet()) {
        List<Part> parts =
            measures.stream()
                .map(
                    m -> {
                      String missing = missing(figures, m, first, second);
                      return new Part(
                          m, m, years.get(first).get(m), years.get(second).get(m), !missing.isEmpty(), missing);
                    })
                .toList();
        add(rows, what, ROUTE, evidence.context().basis().id(), new YearPair(first, second), parts);
      }
    }
  }

  /** Says how many monthly figures of organisations a route lacks in two years; empty where it has all. */
  private static String missing(ObservationSeries figures, String part, Period first, Period second) {
    List<String> missing = new ArrayList<>();
    for (Period year : List.of(first, second)) {
      long count =
          terms(part).stream()
              .flatMap(term -> figures.of(AE, term.measure()).values().stream())
              .flatMap(series -> series.periods().stream().filter(p -> Double.isNaN(series.value(p))))
              .filter(p -> p.kind() == PeriodKind.MONTH && p.financialYear() == year.financialYear())
              .count();
      if (count > 0) {
        missing.add(
            "%s is incomplete: monthly figures of organisations that are missing: %d".formatted(year.label(), count));
      }
    }
    return String.join("; ", missing);
  }

  private static String unknown(List<Part> parts) {
    String without =
        parts.stream()
            .filter(p -> Double.isNaN(p.first()) || Double.isNaN(p.second()))
            .map(Part::name)
            .limit(MOST_NAMED)
            .collect(joining(", "));
    return without.isEmpty() ? "" : "the country's growth is not known: no figure of " + without;
  }

  /** Names the parts with missing returns, whose change is partly that of returns; the country's growth has them. */
  private static String incomplete(List<Part> parts) {
    List<String> names = parts.stream().filter(Part::incomplete).map(Part::name).toList();
    return names.isEmpty()
        ? ""
        : "the country's growth includes missing returns: "
            + names.stream().limit(MOST_NAMED).collect(joining(", "))
            + (names.size() > MOST_NAMED ? " and %d more".formatted(names.size() - MOST_NAMED) : "");
  }

  private static void add(
      List<Row> rows, String what, String geography, String basis, YearPair years, List<Part> parts) {
    List<Growth.Contribution> contributions =
        Growth.contributions(
            parts.stream().mapToDouble(Part::first).toArray(), parts.stream().mapToDouble(Part::second).toArray());
    String unknown = unknown(parts);
    String incomplete = incomplete(parts);
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      Growth.Contribution c = contributions.get(i);
      rows.add(
          new Row(
              what, geography, part.code(), part.name(), basis, years.first().label(), years.second().label(),
              part.first(), part.second(), c.change(), 100 * c.points(), c.shareOfNetChange(),
              100 * c.totalGrowth(), "additive contributions", reason(c, unknown, part.reason(), part.incomplete() ? "" : incomplete)));
    }
  }

  private static String reason(Growth.Contribution c, String unknown, String reason, String incomplete) {
    if (!unknown.isEmpty()) {
      return reason.isEmpty() ? unknown : reason;
    }
    String none =
        Double.isNaN(c.points())
            ? "0 in the first year: no growth from it"
            : Double.isNaN(c.shareOfNetChange()) ? "the whole did not change: no shares" : "";
    return Stream.of(none, reason, incomplete).filter(why -> !why.isEmpty()).collect(joining("; "));
  }
}
