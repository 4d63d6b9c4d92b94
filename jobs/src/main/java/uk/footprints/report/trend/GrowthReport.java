package uk.footprints.report.trend;

import static uk.footprints.table.Field.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.indicator.AreaPopulation;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.report.PublishedCounts;
import uk.footprints.report.Report;
import uk.footprints.report.ReportHead;
import uk.footprints.report.SeriesKey;
import uk.footprints.report.YearPair;
import uk.footprints.statistics.DasGupta;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * Decomposes the growth of events between any two financial years into effects of population size, age structure and
 * age-specific rates (Das Gupta 1993); the three add up to the change. Areas' events are not published by age: where
 * England's age profile is known, each area's rates are assumed to have its shape. A change is split only where there
 * are population estimates in both years, and by age only where the ages of the people counted are known.
 */
public final class GrowthReport implements Report<GrowthReport.Row> {

  /** A row: indicator x area x two financial years: the components of the change. */
  public record Row(
      SeriesKey series,
      @Column(value = "The first financial year.", required = true) String fromYear,
      @Column(value = "The second.", required = true) String toYear,
      @Column("Events in the first.") double fromCount,
      @Column("Events in the second.") double toCount,
      @Column("The second less the first.") double change,
      @Column(value = "The change over the first.", unit = "%") double growthPct,
      @Column("Events due to more or fewer people.") double populationSize,
      @Column("Events due to the age structure.") double ageStructure,
      @Column("Events due to changed rates at each age.") double ageSpecificRate,
      @Column("How.") String method,
      @Column("Why there is none, or why a part is absent.") String reason) {}

  /** The table {@code growth}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "growth", "indicator x area x two financial years: the components of the change",
          Row.class, "indicator", "geography", "area_code", "from_year", "to_year", "basis");

  private static final ReportHead<Row> HEAD =
      ReportHead.of(
          TABLE, "How much of the growth is due to more people, older people, and more care at the same age?");

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    for (Indicator indicator : evidence.indicators()) {
      boolean events = indicator.countsEvents() && !indicator.ageWeighted();
      for (String geography : events ? evidence.geographies(indicator.id()) : List.<String>of()) {
        NavigableMap<Period, List<IndicatorValue>> byPeriod = evidence.byPeriod(indicator.id(), geography);
        for (YearPair years : YearPair.pairs(byPeriod)) {
          Map<String, IndicatorValue> before =
              byPeriod.get(years.first()).stream()
                  .collect(Collectors.toMap(IndicatorValue::areaCode, Function.identity()));
          byPeriod.get(years.second()).stream()
              .filter(a -> before.containsKey(a.areaCode()) && !a.areaCode().equals(IndicatorValue.UNASSIGNED))
              .forEach(a -> rows.add(row(evidence, years, before.get(a.areaCode()), a)));
        }
      }
    }
    return rows;
  }

  private static Row row(Evidence evidence, YearPair years, IndicatorValue first, IndicatorValue second) {
    SeriesKey series = SeriesKey.of(first);
    String from = years.first().label();
    String to = years.second().label();
    double before = PublishedCounts.numerator(first);
    double after = PublishedCounts.numerator(second);
    IndicatorValue faulty = first.comparable() ? second : first;
    if (!faulty.comparable()) {
      return new Row(
          series, from, to, before, after, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, "",
          faulty.period().label() + " cannot be compared: " + faulty.reason());
    }
    String broken = evidence.breakBetween(first, second);
    if (!broken.isEmpty()) {
      return new Row(
          series, from, to, before, after, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, "",
          "not comparable: " + broken);
    }
    Parts parts = parts(evidence, first, second);
    double growth = 100 * parts.change() / first.numerator();
    String none = first.numerator() > 0 ? "" : "no events in the first year: no growth in per cent";
    String recorded =
        evidence.recordingBreaks(first.indicator(), first.geography(), years.first(), years.second());
    String reason = Stream.of(none, recorded, parts.reason()).filter(r -> !r.isEmpty()).collect(Collectors.joining("; "));
    return new Row(
        series, from, to, before, after, parts.change(), growth, parts.size(), parts.structure(), parts.rate(),
        parts.method(), reason);
  }

  /** Splits a change by the people of both years; without parts where the estimates do not cover both. */
  public static Parts parts(Evidence evidence, IndicatorValue first, IndicatorValue second) {
    Indicator indicator = evidence.indicator(first.indicator());
    double[] profile = profiled(indicator) ? evidence.ageWeights() : null;
    return of(evidence.context().people(), first, second, profile)
        .orElseGet(() -> Parts.none(first.numerator(), second.numerator(), "no population estimate for both years"));
  }

  private static Optional<Parts> of(
  AreaPopulation people, IndicatorValue first, IndicatorValue second, double[] profile) {
    double[] from = people.within(first.geography(), first.areaCode(), first.period());
    double[] to = people.within(second.geography(), second.areaCode(), second.period());
    return from == null || to == null
        ? Optional.empty()
        : Optional.of(Parts.of(first.numerator(), from, second.numerator(), to, profile));
  }

  /** Returns whether the age profile of emergency admissions applies to the indicator. */
  private static boolean profiled(Indicator indicator) {
    return indicator.measures().stream()
        .allMatch(m -> m.startsWith("mar.non_elective") || m.startsWith("ae.emergency_admissions."));
  }

  /**
   * A change of events and its three parts.
   *
   * @param change second less first
   * @param size due to the number of people; not a number without estimates for both years
   * @param structure due to their ages; not a number where the ages of those counted are not known
   * @param rate due to age-specific rates; not a number where the ages of those counted are not known
   * @param method how
   * @param reason why a part is absent
   */
  public record Parts(double change, double size, double structure, double rate, String method, String reason) {

    private static final String METHOD = "Das Gupta, population x share of each age x rate of each age";

    /**
     * Splits a change of events into its parts.
     *
     * @param first events at the first time
     * @param from people by age at the first time
     * @param second events at the second
     * @param to people by age at the second
     * @param profile relative rates by age; null where they are not known
     */
    public static Parts of(double first, double[] from, double second, double[] to, double[] profile) {
      if (Arrays.equals(from, to)) {
        return none(first, second, "both years use the same population estimate");
      }
      double[] shape = profile == null ? ones(from.length) : profile;
      List<DasGupta.Effect> effects =
          DasGupta.effects(
              List.of(
                  new DasGupta.Factor("size", repeated(from), repeated(to)),
                  new DasGupta.Factor("structure", shares(from), shares(to)),
                  new DasGupta.Factor("rate", rates(first, from, shape), rates(second, to, shape))));
      double change = second - first;
      double size = effects.get(0).difference();
      if (profile == null) {
        return new Parts(
            change, size, Double.NaN, Double.NaN, METHOD,
            "the ages of those counted are not known: effects of ages and rates cannot be separated");
      }
      double structure = effects.get(1).difference();
      // The effect of rates includes rounding errors, so that the parts add up to the last digit.
      return new Parts(
          change, size, structure, change - size - structure,
          METHOD + " (England's profile of emergency admissions, at each area's level)", "");
    }

    /** Returns a change without parts. */
    static Parts none(double first, double second, String why) {
      return new Parts(
          second - first, Double.NaN, Double.NaN, Double.NaN, "", why + ": the change cannot be split");
    }

    private static double[] ones(int n) {
      double[] ones = new double[n];
      Arrays.fill(ones, 1);
      return ones;
    }

    private static double[] repeated(double[] people) {
      double[] all = new double[people.length];
      Arrays.fill(all, Arrays.stream(people).sum());
      return all;
    }

    private static double[] shares(double[] people) {
      double all = Arrays.stream(people).sum();
      return Arrays.stream(people).map(p -> p / all).toArray();
    }

    /** Returns rates of that shape, at the level that gives the events. */
    private static double[] rates(double events, double[] people, double[] shape) {
      double expected = 0;
      for (int i = 0; i < people.length; i++) {
        expected += people[i] * shape[i];
      }
      double level = events / expected;
      return Arrays.stream(shape).map(s -> s * level).toArray();
    }
  }
}
