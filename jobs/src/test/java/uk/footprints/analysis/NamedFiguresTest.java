package uk.footprints.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.catalogue.Indicators;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.ObservationSeries;
import uk.footprints.period.Period;
import uk.footprints.table.Field;
import uk.footprints.table.RowCells;
import uk.footprints.table.Table;
import uk.footprints.table.TableData;

/** Figures that indicators take from tables, from other datasets and from products. */
class NamedFiguresTest {

  private static final Period YEAR = Period.financialYear(2018);
  private static final Period MONTH = Period.month(2024, 4);

  private static ObservationSeries read(String id, ObservationSeries figures, List<List<Object>> rows)
      throws IOException {
    Indicator indicator = Indicators.find(id).orElseThrow();
    new NamedFigures(figures, Catalogue.builtIn(), (table, columns) -> data(table, columns, rows)).add(indicator);
    return figures;
  }

  /** Rows have the columns in the order in which the indicator asks for them. */
  private static TableData data(Table table, List<String> columns, List<List<Object>> rows) {
    List<String> names = table.fields().stream().map(Field::name).filter(columns::contains).toList();
    Table some = table.only(names);
    return new TableData(
        some,
        rows.stream()
            .map(row -> RowCells.of(names.stream().map(name -> row.get(columns.indexOf(name))).toArray()))
            .toList());
  }

  private static List<Object> row(Period period, Object... others) {
    java.util.ArrayList<Object> cells = new java.util.ArrayList<>(List.of(period.start(), period.end()));
    cells.addAll(List.of(others));
    return cells;
  }

  @Test
  void theMeanDistanceIsWeightedByAllocations() throws IOException {
    ObservationSeries figures =
        read(
            "allocation_distance", new ObservationSeries(),
            List.of(
                row(YEAR, 1000.0, "ccg", "allocation.final", "01A"),
                row(YEAR, 2.0, "ccg", "allocation.closing_distance", "01A"),
                row(YEAR, 77.0, "practice", "allocation.final", "01A")));
    assertThat(figures.value("allocations", "allocation_distance.allocation", "01A", YEAR)).isEqualTo(1000);
    assertThat(figures.value("allocations", "allocation_distance.weighted", "01A", YEAR)).isEqualTo(2000);
  }

  @Test
  void schedulesAreAddedUpForEngland() throws IOException {
    ObservationSeries figures = new ObservationSeries();
    figures.add("hes_apc_provider", "hes.admissions.emergency", "country", ObservationSeries.ENGLAND, YEAR, 5);
    figures.add("hes_apc_provider", "hes.admissions.emergency", "provider", "RAA", YEAR, 4);
    read(
        "non_elective_cost_per_admission", figures,
        List.of(row(YEAR, 10.0, "NEL"), row(YEAR, 3.0, "NES"), row(YEAR, 100.0, "EL"), row(YEAR, 2.0, "NEL_XS")));
    String id = "non_elective_cost_per_admission";
    assertThat(figures.value("reference_costs", id + ".cost", ObservationSeries.ENGLAND, YEAR)).isEqualTo(15);
    assertThat(figures.value("reference_costs", id + ".admissions", ObservationSeries.ENGLAND, YEAR)).isEqualTo(5);
    assertThat(figures.has("reference_costs", id + ".admissions", "RAA", YEAR)).isFalse();
  }

  private static final String DELAY =
      "Number of patients discharged where, between the Discharge Ready Date and Discharge Date, there is ";
  private static final String SHARE = "Date of Discharge is 1+ days after Discharge Ready Date";

  /** Figures of an indicator by trust, each made of rows of the level Provider by length of delay. */
  static Stream<Arguments> discharges() {
    return Stream.of(
        arguments("discharge_delayed_share.discharges", "RAA", 120.0),
        arguments("discharge_delayed_share.delayed", "RAA", 40.0),
        arguments("discharge_delayed_share.discharges", "RBB", 7.0),
        arguments("discharge_late_21_share.discharges", "RAA", 120.0),
        arguments("discharge_late_21_share.late", "RAA", 5.0),
        arguments("discharge_late_21_share.late", "RBB", 7.0));
  }

  @ParameterizedTest
  @MethodSource("discharges")
  void dischargesAreAddedUpOverTheLengthsOfDelay(String figure, String trust, double expected) throws IOException {
    ObservationSeries figures =
        read(
            figure.substring(0, figure.indexOf('.')), new ObservationSeries(),
            List.of(
                row(MONTH, 80.0, "Provider", DELAY + "No delay", "RAA"),
                row(MONTH, 15.0, "Provider", DELAY + "a 1 day delay", "RAA"),
                row(MONTH, 20.0, "Provider", DELAY + "a delay of 14-20 days", "RAA"),
                row(MONTH, 5.0, "Provider", DELAY + "a delay of 21 days or more", "RAA"),
                row(MONTH, 7.0, "Provider", DELAY + "a delay of 21+ days", "RBB"),
                row(MONTH, 900.0, "National", DELAY + "No delay", "ENG"),
                row(MONTH, 900.0, "National", DELAY + "a delay of 21 days or more", "ENG"),
                row(MONTH, 0.5, "Provider", SHARE, "RAA")));
    assertThat(figures.value("discharge_ready_date", figure, trust, MONTH)).isEqualTo(expected);
    assertThat(figures.has("discharge_ready_date", figure, "ENG", MONTH)).isFalse();
  }

  @Test
  void anUnknownPartMakesASumUnknown() throws IOException {
    List<Object> unknown =
        java.util.Arrays.asList(
            LocalDate.of(2024, 4, 1), LocalDate.of(2024, 4, 30), null, "Provider", DELAY + "a 1 day delay", "RAA");
    ObservationSeries figures =
        read(
            "discharge_delayed_share", new ObservationSeries(),
            List.of(row(MONTH, 80.0, "Provider", DELAY + "No delay", "RAA"), unknown));
    assertThat(figures.value("discharge_ready_date", "discharge_delayed_share.discharges", "RAA", MONTH)).isNaN();
  }
}
