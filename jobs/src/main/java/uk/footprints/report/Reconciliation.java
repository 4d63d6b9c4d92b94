package uk.footprints.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.indicator.AttendanceMeasures;
import uk.footprints.indicator.Indicator.Term;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * Compares sums of organisations' figures with another publication of the same quantity: England's own series, or the
 * same activity by commissioner; and, for annual publications, with England's row of the same one. Totals inside a file
 * are compared with its rows when the file is read, and only differences beyond what the publisher explains are found
 * there; this report has all of them.
 */
public final class Reconciliation implements Report<Reconciliation.Row> {

  /** A relative difference below this is a rounding error: the two sums are equal. */
  private static final double SAME = 1e-9;

  private static final double CLOSE = 0.001;

  /** A row: measure x month or year: the sum of organisations compared with another publication of the same. */
  public record Row(
      @Column(value = "The dataset whose organisations' figures are added.", required = true) String dataset,
      @Column(value = "As in measures, and as the other publication has it.", required = true) String measure,
      @Column(value = "The dataset of the other publication; the same for England's row in it.", required = true)
      String heldAgainst,
      @ReportPeriod Period period,
      @Column(value = "Organisations with a figure.", unit = "organisations") int organisations,
      @Column("The sum of their figures.") double ours,
      @Column("The other publication's figure, or the sum of its organisations.") double published,
      @Column("Ours less published.") double difference,
      @Column(value = "The difference over published.", unit = "%") double differencePct,
      @Column("equal; close (within 0.1%); or differs.") String agreement,
      @Column("The known causes of the difference.") String reason) {}

  private static final RecordTable<Row> TABLE =
      RecordTable.of(
          "reconciliation",
          "measure x month or year: the sum of organisations compared with another publication of the same",
          Row.class, "dataset", "measure", "held_against", "period_start");

  /**
   * Two publications to compare.
   *
   * @param dataset the dataset of organisations
   * @param parts the terms that are added
   * @param against the other dataset
   * @param measure the measure of the other dataset
   */
  private record Pair(String dataset, List<Term> parts, String against, String measure) {

    static Pair of(String dataset, String against, String measure) {
      return new Pair(dataset, List.of(new Term(measure, 1)), against, measure);
    }

    Stream<Need> needs() {
      return Stream.concat(
          Stream.of(new Need(against, measure)), parts.stream().map(part -> new Need(dataset, part.measure())));
    }
  }

  private static final List<Pair> PAIRS = pairs();

  private static List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (String type : List.of("type_1", "type_2", "other")) {
      pairs.add(
      new Pair("ae_attendances", AttendanceMeasures.attendances(type), "ae_timeseries", "ae.attendances." + type));
      pairs.add(
      new Pair("ae_attendances", AttendanceMeasures.overFourHours(type), "ae_timeseries", "ae.over_4h." + type));
    }
    for (String route : List.of("type_1", "type_2", "other_ae", "other")) {
      pairs.add(Pair.of("ae_attendances", "ae_timeseries", "ae.emergency_admissions." + route));
    }
    pairs.add(Pair.of("ae_attendances", "ae_timeseries", "ae.dta_wait.over_12h"));
    for (String whose : List.of("total", "responsible.nhs", "responsible.social_care", "responsible.both")) {
      pairs.add(Pair.of("dtoc", "dtoc_england", "dtoc.delayed_days." + whose));
    }
    pairs.add(Pair.of("dtoc", "dtoc_england", "dtoc.delayed_beds.total"));
    pairs.add(Pair.of("mar_provider", "mar_commissioner", "mar.non_elective"));
    pairs.add(Pair.of("mar_provider", "mar_commissioner", "mar.elective.total"));
    return List.copyOf(pairs);
  }

  private static final List<OwnTotals> OWN = OwnTotals.list();

  private static final ReportHead<Row> HEAD =
      ReportHead.of(TABLE, "Do the sums of organisations agree with what is published for England?")
          .withMeasures(
              Stream.concat(PAIRS.stream().flatMap(Pair::needs), OWN.stream().map(OwnTotals::need))
                  .distinct()
                  .toList());

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    ObservationSeries figures = evidence.figures();
    return Stream.concat(
            PAIRS.stream().flatMap(pair -> rows(figures, pair)), OWN.stream().flatMap(own -> own.rows(figures)))
        .toList();
  }

  private static Stream<Row> rows(ObservationSeries figures, Pair pair) {
    TreeSet<Period> both = new TreeSet<>(figures.periods(pair.against(), pair.measure()));
    both.retainAll(figures.periods(pair.dataset(), pair.parts().get(0).measure()));
    return both.stream().filter(period -> period.kind() == PeriodKind.MONTH).map(period -> row(figures, pair, period));
  }

  private static Row row(ObservationSeries figures, Pair pair, Period period) {
    List<Term> parts = pair.parts().stream().filter(part -> !period.start().isBefore(part.since())).toList();
    double ours = parts.stream().mapToDouble(t -> t.sign() * figures.total(pair.dataset(), t.measure(), period)).sum();
    double published = figures.total(pair.against(), pair.measure(), period);
    double difference = ours - published;
    if (Math.abs(difference) <= SAME * Math.abs(published)) {
      difference = 0;
    }
    return new Row(
        pair.dataset(), pair.measure(), pair.against(), period,
        (int) given(figures, pair.dataset(), parts.get(0).measure(), period).filter(v -> !v.isNaN()).count(), ours,
        published, difference, 100 * difference / published, agreement(difference, published),
        difference == 0 ? "" : reason(figures, pair, parts, period));
  }

  /** Returns whether two sums are equal, close, or differ. */
  static String agreement(double difference, double published) {
    if (difference == 0) {
      return "equal";
    }
    return Math.abs(difference) <= CLOSE * Math.abs(published) ? "close" : "differs";
  }

  private static String reason(ObservationSeries figures, Pair pair, List<Term> parts, Period period) {
    String missing = missing(figures, pair, parts, period);
    if (pair.against().equals("mar_commissioner")) {
      String known =
          "providers also treat patients of other nations and of commissioners that are not in the other return";
      return missing.isEmpty() ? known : missing + "; " + known;
    }
    return missing.isEmpty()
        ? "cause unknown: every organisation has a figure here; the two may have been published on different days"
        : missing;
  }

  /** Names the organisations in the files that have no figure. */
  private static String missing(ObservationSeries figures, Pair pair, List<Term> parts, Period period) {
    List<String> codes =
        parts.stream()
            .flatMap(part -> figures.of(pair.dataset(), part.measure()).entrySet().stream())
            .filter(e -> e.getValue().has(period) && Double.isNaN(e.getValue().value(period)))
            .map(Map.Entry::getKey)
            .distinct()
            .sorted()
            .toList();
    String some = codes.stream().limit(6).collect(Collectors.joining(" "));
    return codes.isEmpty() ? "" : "no figure here: " + some + (codes.size() > 6 ? " and others" : "");
  }

  private static Stream<Double> given(ObservationSeries figures, String dataset, String measure, Period period) {
    return figures.of(dataset, measure).values().stream()
        .filter(series -> series.has(period))
        .map(series -> series.value(period));
  }
}
