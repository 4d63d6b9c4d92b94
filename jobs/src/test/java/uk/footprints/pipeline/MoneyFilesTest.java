package uk.footprints.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.dataset.Allocations;
import uk.footprints.dataset.TrustFinances;
import uk.footprints.dataset.UnitCosts;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.table.RowCells;
import uk.footprints.table.Table;

/** Costs, accounts and allocations out of the real tables, against figures published elsewhere. */
@Tag("integration")
class MoneyFilesTest {

  @TempDir private Path archive;

  private FileResult read(String file) throws IOException {
    return SingleFileRead.read(SingleFileRead.published(), archive, "spend/" + file);
  }

  private static List<RowCells> where(FileResult outcome, Table table, String column, Object value) {
    return SingleFileRead.rows(outcome).stream().filter(r -> value.equals(r.value(table.index(column)))).toList();
  }

  @Test
  void nonElectiveStaysOfTheNationalCostCollection() throws IOException {
    FileResult outcome = read("national_cost_collection_2024-25_NICE_COSTmos.csv");
    int activity = UnitCosts.TABLE.index("activity");
    List<RowCells> rows =
        where(outcome, UnitCosts.TABLE, "setting", "non_elective_long_stay").stream()
            .filter(r -> r.value(activity) != null)
            .toList();
    assertThat(SingleFileRead.sum(rows, activity)).isEqualTo(4_599_401);
    assertThat(SingleFileRead.sum(rows, UnitCosts.TABLE.index("cost"))).isCloseTo(24.914e9, within(1e6));
    assertThat(SingleFileRead.rows(outcome)).hasSize(13_362);
  }

  @Test
  void theDeficitOfTrustsIn2015() throws IOException {
    FileResult outcome = read("financial_positions.csv");
    List<RowCells> rows =
        where(outcome, TrustFinances.TABLE, "measure", "finance.position").stream()
            .filter(r -> r.value(TrustFinances.TABLE.index("period_start")).equals(LocalDate.of(2015, 4, 1)))
            .toList();
    assertThat(SingleFileRead.sum(rows, TrustFinances.TABLE.index("value"))).isCloseTo(-2_442_151, within(1.0));
    assertThat(outcome.transformed().findings()).extracting(Finding::kind).containsOnly(Kind.RETURN_MISSING);
  }

  @Test
  void theGroupThatIsThereTwiceIsFound() throws IOException {
    FileResult outcome = read("ccg_allocations.csv");
    List<RowCells> rows = where(outcome, Allocations.TABLE, "measure", "allocation.final");
    assertThat(rows).hasSize(208).allMatch(r -> r.value(Allocations.TABLE.index("area_code")) != null);
    assertThat(SingleFileRead.sum(rows, Allocations.TABLE.index("value"))).isEqualTo(74_878_653 - 454_473);
    assertThat(outcome.transformed().findings())
        .filteredOn(f -> f.kind() == Kind.DUPLICATE_ROW)
        .allMatch(f -> f.message().contains("Leicester City"));
  }

  @Test
  void weightedPopulationsOfPracticesAddToThePopulation() throws IOException {
    FileResult outcome = read("ICB_place_based_allocation_2025_2026.csv");
    int value = Allocations.TABLE.index("value");
    double people = SingleFileRead.sum(where(outcome, Allocations.TABLE, "measure", "allocation.population"), value);
    double weighted = SingleFileRead.sum(where(outcome, Allocations.TABLE, "measure", "weighted.general_and_acute"), value);
    assertThat(people).isCloseTo(63_849_324, within(1.0));
    assertThat(weighted).isCloseTo(people, within(5.0));
  }

  @Test
  void plansHaveTheYearOfTheirOutturns() throws IOException {
    FileResult outcome = read("trust_performance.csv");
    assertThat(SingleFileRead.rows(outcome)).hasSize(2 * 221);
    assertThat(outcome.transformed().findings())
        .extracting(Finding::kind)
        .contains(Kind.ASSUMED_PERIOD, Kind.DUPLICATE_ROW);
  }
}
