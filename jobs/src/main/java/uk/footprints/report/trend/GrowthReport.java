package uk.footprints.report.trend;

import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;

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
import uk.footprints.report.ReportColumns;
import uk.footprints.report.YearPair;
import uk.footprints.statistics.DasGupta;
import uk.footprints.table.Table;

/**
 * Growth of events between any two financial years, taken apart into the size of the population, its ages, and the rate
 * of people of like age (Das Gupta 1993); the three add up to the change. Areas' events are not published by age: where
 * England's age profile is known, each area's rates are taken to have its shape. A change is split
 * only where there are estimates of people in both years, and by age only where the ages of those counted are known.
 */
public final class GrowthReport implements Report {

  private static final Table TABLE =
      new Table(
          "growth",
          "indicator x area x two financial years: what the change is made of",
          List.of("indicator", "geography", "area_code", "from_year", "to_year", "basis"),
          ReportColumns.of(
              ReportColumns.SERIES,
              key("from_year", "The first financial year."),
              key("to_year", "The second."),
              number("from_count", "Events in the first.", ""),
              number("to_count", "Events in the second.", ""),
              number("change", "The second less the first.", ""),
              number("growth_pct", "The change over the first.", "%"),
              number("population_size", "Events due to more or fewer people.", ""),
              number("age_structure", "Events due to their ages.", ""),
              number("age_specific_rate", "Events due to other rates of people of like age.", ""),
              text("method", "How."),
              text("reason", "Why there is none, or why a part is absent.")));

  @Override
  public String question() {
    return "How much of the growth is more people, older people, and more care for like people?";
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public List<Object[]> rows(Evidence evidence) {
    List<Object[]> rows = new ArrayList<>();
    for (Indicator indicator : evidence.indicators()) {
      boolean events = indicator.denominator().isEmpty() && !indicator.averaged() && !indicator.ageWeighted();
      for (String geography : events ? evidence.geographies(indicator.id()) : List.<String>of()) {
        NavigableMap<Period, List<IndicatorValue>> byPeriod = evidence.byPeriod(indicator.id(), geography);
        for (YearPair years : YearPair.pairs(byPeriod)) {
          Map<String, IndicatorValue> before =
              byPeriod.get(years.first()).stream().collect(Collectors.toMap(IndicatorValue::areaCode, Function.identity()));
          byPeriod.get(years.second()).stream()
              .filter(a -> before.containsKey(a.areaCode()) && !a.areaCode().equals(IndicatorValue.UNASSIGNED))
              .forEach(a -> rows.add(row(evidence, years, before.get(a.areaCode()), a)));
        }
      }
    }
    return rows;
  }

  private static Object[] row(Evidence evidence, YearPair years, IndicatorValue first, IndicatorValue second) {
    List<Object> head =
        List.of(
            ReportColumns.series(first), years.labels(), PublishedCounts.numerator(first),
            PublishedCounts.numerator(second));
    IndicatorValue faulty = first.comparable() ? second : first;
    if (!faulty.comparable()) {
      return ReportColumns.row(
          head, null, null, null, null, null, "", faulty.period().label() + " cannot be compared: " + faulty.reason());
    }
    Parts parts = parts(evidence, first, second);
    double growth = 100 * parts.change() / first.numerator();
    String none = first.numerator() > 0 ? "" : "no events in the first year: no growth in per cent";
    String reason = Stream.of(none, parts.reason()).filter(r -> !r.isEmpty()).collect(Collectors.joining("; "));
    return ReportColumns.row(
        head, parts.change(), growth, parts.size(), parts.structure(), parts.rate(), parts.method(), reason);
  }

  /** By the people of both years; without parts where the estimates do not cover both. */
  private static Parts parts(Evidence evidence, IndicatorValue first, IndicatorValue second) {
    Indicator indicator = evidence.indicator(first.indicator());
    double[] profile = profiled(indicator) ? evidence.ageWeights() : null;
    double[] bands = profile == null ? null : AreaPopulation.banded(profile);
    return of(evidence.context().yearly(), first, second, bands)
        .or(() -> of(evidence.context().people(), first, second, profile))
        .orElseGet(() -> Parts.none(first.numerator(), second.numerator(), "no estimate of people in both years"));
  }

  private static Optional<Parts> of(AreaPopulation people, IndicatorValue first, IndicatorValue second, double[] profile) {
    double[] from = people.within(first.geography(), first.areaCode(), first.period());
    double[] to = people.within(second.geography(), second.areaCode(), second.period());
    return from == null || to == null
        ? Optional.empty()
        : Optional.of(Parts.of(first.numerator(), from, second.numerator(), to, profile));
  }

  /** Whether the ages of emergency admissions are those of what the indicator counts. */
  private static boolean profiled(Indicator indicator) {
    return indicator.measures().stream()
        .allMatch(m -> m.startsWith("mar.non_elective") || m.startsWith("ae.emergency_admissions."));
  }

  /**
   * A change and its three parts.
   *
   * @param change second less first
   * @param size due to the number of people; not a number where there are no people of both years
   * @param structure due to their ages; not a number where the ages of those counted are not known
   * @param rate due to age-specific rates; not a number where the ages of those counted are not known
   * @param method how
   * @param reason why a part is absent
   */
  public record Parts(double change, double size, double structure, double rate, String method, String reason) {

    private static final String METHOD = "Das Gupta, population x share of each age x rate of each age";

    /**
     * The parts of a change of events.
     *
     * @param first events at the first time
     * @param from people by age then
     * @param second events at the second
     * @param to people by age then
     * @param profile how rates differ by age; null where it is not known: the same at all ages
     */
    public static Parts of(double first, double[] from, double second, double[] to, double[] profile) {
      if (Arrays.equals(from, to)) {
        return none(first, second, "both years have the people of one estimate");
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
            "the ages of those counted are not known: ages and rates cannot be told apart");
      }
      double structure = effects.get(1).difference();
      // The rate's effect, with what rounding leaves of millions: the parts add up to the last digit.
      return new Parts(
          change, size, structure, change - size - structure,
          METHOD + " (England's profile of emergency admissions, at each area's level)", "");
    }

    /** A change without parts. */
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

    /** Rates of that shape, at the level that gives the events. */
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
