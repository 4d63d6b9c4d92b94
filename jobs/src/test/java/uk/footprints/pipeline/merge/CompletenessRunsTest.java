package uk.footprints.pipeline.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.footprints.catalogue.TotalRow;
import uk.footprints.area.ReferenceData;
import uk.footprints.period.Period;
import uk.footprints.transform.CellStatus;

/** Tiny series: which organisation reported when, and what a measure sums to. */
class CompletenessRunsTest {

  private static CompletenessRuns.Point point(String org, int year, CellStatus status, double value) {
    return new CompletenessRuns.Point(org, "provider", Period.financialYear(year), status, value);
  }

  private static CompletenessRuns.Point reported(String org, int year, double value) {
    return point(org, year, CellStatus.REPORTED, value);
  }

  /** {@code org state from number}. */
  private static List<String> spans(CompletenessRuns.Point... points) {
    return CompletenessRuns.of("d", "m", List.of(points), ReferenceData.ofJar().register()).stream()
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
    List<TotalRow> rows =
        MeasureTotals.of(
            "d", "m",
            List.of(
                reported("X1", 2015, 5), reported("X2", 2015, 0), point("X3", 2015, CellStatus.MISSING, Double.NaN),
                point("X1", 2016, CellStatus.MISSING, Double.NaN)));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).organisations()).isEqualTo(2);
    assertThat(rows.get(0).total()).isEqualTo(5.0);
    assertThat(rows.get(1).organisations()).isZero();
    assertThat(rows.get(1).total()).isNull();
  }
}
