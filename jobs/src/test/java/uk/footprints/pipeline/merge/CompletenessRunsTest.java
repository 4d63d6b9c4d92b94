package uk.footprints.pipeline.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.footprints.catalogue.TotalRow;
import uk.footprints.area.ReferenceData;
import uk.footprints.period.Period;
import uk.footprints.transform.CellStatus;

/** Tiny series: which organisation reported when, and what a measure sums to. */
class CompletenessRunsTest {

  private static final MeasureName MEASURE = new MeasureName("d", "m");

  private static CompletenessRuns.Point point(String org, int year, CellStatus status, double value) {
    return new CompletenessRuns.Point(org, "provider", Period.financialYear(year), status, value);
  }

  private static CompletenessRuns.Point reported(String org, int year, double value) {
    return point(org, year, CellStatus.REPORTED, value);
  }

  /** {@code org state from number}; the points are sorted by organisation. */
  private static List<String> spans(CompletenessRuns.Point... points) {
    List<Period> periods = Stream.of(points).map(CompletenessRuns.Point::period).distinct().toList();
    RowDictionary names =
        new RowDictionary(List.of(MEASURE), List.of(), List.of("provider"), periods, List.of(), List.of());
    PublishedVintages published = new PublishedVintages(names);
    for (int i = 0; i < periods.size(); i++) {
      published.add(new FigurePeriod(0, 0, 0, i, 0, true));
    }
    return Stream.of(points).map(CompletenessRuns.Point::org).distinct()
        .map(org -> Stream.of(points).filter(p -> p.org().equals(org)).toList())
        .flatMap(own -> CompletenessRuns.of(MEASURE, own, published, ReferenceData.ofJar().register()).stream())
        .map(r -> r.orgCode() + " " + r.state() + " " + r.periodStart().getYear() + " " + r.periods())
        .toList();
  }

  @Test
  void a_gap_between_figures_is_missing() {
    assertThat(spans(reported("X1", 2015, 5), reported("X1", 2017, 6), reported("X2", 2016, 1)))
        .containsExactly("X1 reported 2015 1", "X1 missing 2016 1", "X1 reported 2017 1", "X2 reported 2016 1");
  }

  @Test
  void aCellThatHoldsNoFigureIsAStateOfItsOwn() {
    assertThat(spans(reported("X1", 2015, 5), point("X1", 2016, CellStatus.REJECTED, Double.NaN)))
        .containsExactly("X1 reported 2015 1", "X1 rejected 2016 1");
  }

  @Test
  void after_its_last_figure_an_open_organisation_is_not_waited_for() {
    assertThat(spans(reported("X1", 2015, 5), reported("X2", 2015, 1), reported("X2", 2016, 1)))
        .containsExactly("X1 reported 2015 1", "X2 reported 2015 2");
  }

  @Test
  void a_trust_is_closed_from_the_period_after_its_last_day() {
    assertThat(spans(reported("RR1", 2017, 5), reported("X2", 2017, 1), reported("X2", 2018, 1)))
        .containsExactly("RR1 reported 2017 1", "RR1 closed 2018 1", "X2 reported 2017 2");
  }

  @Test
  void totals_are_of_reported_figures_and_absent_where_there_are_none() {
    MeasureTotals totals = new MeasureTotals(MEASURE);
    Stream.of(
            reported("X1", 2015, 5), reported("X2", 2015, 0), point("X3", 2015, CellStatus.MISSING, Double.NaN),
            point("X1", 2016, CellStatus.MISSING, Double.NaN))
        .forEach(totals::add);
    List<TotalRow> rows = totals.rows();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).organisations()).isEqualTo(2);
    assertThat(rows.get(0).total()).isEqualTo(5.0);
    assertThat(rows.get(1).organisations()).isZero();
    assertThat(rows.get(1).total()).isNull();
  }

  @Test
  void totalsOfTwoSharesOfTheOrganisationsAddUp() {
    MeasureTotals one = new MeasureTotals(MEASURE);
    one.add(reported("X1", 2015, 5));
    MeasureTotals other = new MeasureTotals(MEASURE);
    other.add(reported("X2", 2015, 7));
    MeasureTotals none = new MeasureTotals(MEASURE);
    none.add(point("X3", 2015, CellStatus.SUPPRESSED, Double.NaN));
    TotalRow sum = MeasureTotals.plus(one.rows().get(0), other.rows().get(0));
    assertThat(sum.organisations()).isEqualTo(2);
    assertThat(sum.total()).isEqualTo(12.0);
    assertThat(MeasureTotals.plus(none.rows().get(0), sum).total()).as("a figure and a suppressed one").isEqualTo(12.0);
    assertThat(MeasureTotals.plus(none.rows().get(0), none.rows().get(0)).total()).as("no figure is not zero").isNull();
  }
}
