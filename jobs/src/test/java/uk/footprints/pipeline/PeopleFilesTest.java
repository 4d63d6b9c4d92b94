package uk.footprints.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.catalogue.Datasets;
import uk.footprints.dataset.RegisteredPatients;
import uk.footprints.dataset.SmallAreaPopulation;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.table.RowCells;

/** People of small areas, of lists and of catchments, out of the real files. */
@Tag("integration")
class PeopleFilesTest {

  private static final int ALL = SmallAreaPopulation.TABLE.index("all_ages");

  @TempDir private Path archive;

  private FileResult read(String file) throws IOException {
    FileResult outcome = SingleFileRead.read(SingleFileRead.published(), archive, "population/" + file);
    assertThat(outcome.state()).as("%s", outcome.transformed().findings()).isEqualTo(FileResult.READ);
    assertThat(outcome.transformed().findings()).extracting(Finding::kind).doesNotContain(Kind.TOTAL_DISAGREES);
    return outcome;
  }

  @Test
  void lowerAreasOfEngland() throws IOException {
    List<RowCells> rows = SingleFileRead.rows(read("lsoa/population17_lsoa11.csv"));
    assertThat(rows).hasSize(34_753);
    List<RowCells> england = rows.stream().filter(r -> ((String) r.value(0)).startsWith("E")).toList();
    assertThat(SingleFileRead.sum(england, ALL)).isEqualTo(55_619_430);
    double bands = 0;
    for (int column = ALL + 1; column < SmallAreaPopulation.TABLE.index("published_on"); column++) {
      bands += SingleFileRead.sum(england, column);
    }
    assertThat(bands).isEqualTo(55_619_430);
  }

  @Test
  void middleAreasByBothSexes() throws IOException {
    List<RowCells> rows = SingleFileRead.rows(read("SAPE22DT15-mid-2019-msoa-quinary-estimates-unformatted.xlsx"));
    int sex = SmallAreaPopulation.TABLE.index("sex");
    double all = SingleFileRead.sum(rows.stream().filter(r -> r.value(sex).equals("all")).toList(), ALL);
    double each = SingleFileRead.sum(rows.stream().filter(r -> !r.value(sex).equals("all")).toList(), ALL);
    assertThat(rows).hasSize(3 * 7_201);
    assertThat(each).isEqualTo(all);
    assertThat(SingleFileRead.sum(SingleFileRead.rows(read("lsoa/population19_lsoa11.csv")), ALL)).isEqualTo(all);
  }

  @Test
  void registeredPatientsAddToEveryLevel() throws IOException {
    List<RowCells> rows = SingleFileRead.rows(read("gp-reg-pat-prac-sing-age-regions (1).csv"));
    assertThat(rows).hasSize(191 * 2 * 96);
    assertThat(SingleFileRead.sum(rows, RegisteredPatients.TABLE.index("persons"))).isEqualTo(60_429_301);
  }

  @Test
  void catchments() throws IOException {
    assertThat(SingleFileRead.rows(read("trust_catchment_population_estimates.csv"))).hasSize(148);
  }

  private List<RowCells> declared(String file, String dataset) throws IOException {
    FileResult outcome = SingleFileRead.read(SingleFileRead.published().resolveSibling("unread"), archive, file);
    assertThat(outcome.state()).as("%s", outcome.transformed().findings()).isEqualTo(FileResult.READ);
    assertThat(outcome.dataset()).isEqualTo(dataset);
    return SingleFileRead.rows(outcome);
  }

  private static int column(String table, String column) {
    return Datasets.tables().stream().filter(t -> t.name().equals(table)).findFirst().orElseThrow().index(column);
  }

  @Test
  void localAuthoritiesOfEnglandAddToItsPeople() throws IOException {
    String id = "population_local_authority";
    List<RowCells> rows = declared("population/ukpopestimatesmid2020on2021geography.xls", id);
    int persons = column(id, "persons");
    List<RowCells> england = rows.stream().filter(r -> r.value(0).equals("E92000001")).toList();
    assertThat(SingleFileRead.sum(england, persons)).isEqualTo(56_550_138);
    List<RowCells> parts =
        rows.stream().filter(r -> ((String) r.value(0)).matches("E0[6789].*") && !r.value(2).equals("County")).toList();
    assertThat(SingleFileRead.sum(parts, persons)).isEqualTo(56_550_138);
  }

  @Test
  void patientsOfEveryPractice() throws IOException {
    String id = "registered_patients_practice";
    List<RowCells> rows = declared("registered_patients/gp-reg-pat-prac-all.csv", id);
    assertThat(rows).hasSize(6_658);
    assertThat(SingleFileRead.sum(rows, column(id, "persons"))).isEqualTo(60_606_345);
  }

  @Test
  void everySmallAreaHasACentroid() throws IOException {
    String file = "more/lookups/Lower_Layer_Super_Output_Areas_December_2011_Population_Weighted_Centroids.csv";
    assertThat(declared(file, "small_area_centroids")).hasSize(34_753);
  }
}
