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
import uk.footprints.dataset.Lookups;
import uk.footprints.dataset.Ods;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.table.RowCells;

/** The register, successions and lookups out of the real files. */
@Tag("integration")
class LookupFilesTest {

  private static final Path FIXTURES = Path.of("jobs/src/test/resources/fixtures");
  private static final int TO_KIND = Lookups.TABLE.index("to_kind");

  @TempDir private Path archive;

  @Test
  void aPathOfChangesIsARowForEach() throws IOException {
    List<RowCells> rows = SingleFileRead.rows(SingleFileRead.read(FIXTURES, archive, "ods/paths.csv"));
    assertThat(rows).hasSize(6);
    assertThat(rows.get(1).values()).startsWith("Z81", "Z99", LocalDate.of(2016, 4, 1), "split");
  }

  @Test
  void everyRealFileIsRecognised() throws IOException {
    for (FileResult outcome : SingleFileRead.readAll(SingleFileRead.published(), archive, "lookups")) {
      assertThat(outcome.dataset()).as(outcome.path()).isIn("ods", "lookups", "admission_flows");
      assertThat(outcome.state()).as("%s %s", outcome.path(), outcome.transformed().findings()).isEqualTo(FileResult.READ);
      // Rows of no admissions, whose provider is NA: not known.
      long unknown = outcome.path().endsWith("la_trust_lk.csv") ? 22 : 0;
      assertThat(outcome.transformed().accounting().rejected()).as(outcome.path()).isEqualTo(unknown);
    }
  }

  @Test
  void theRegisterOfTrusts() throws IOException {
    List<RowCells> rows = SingleFileRead.rows(SingleFileRead.read(SingleFileRead.published(), archive, "lookups/ods_2025/etr.csv"));
    assertThat(rows).hasSize(273);
    assertThat(rows.stream().filter(r -> r.value(Ods.ORGANISATIONS.index("closed_on")) != null)).hasSize(68);
    assertThat(rows.get(1).values()).startsWith("R0A", "MANCHESTER UNIVERSITY NHS FOUNDATION TRUST", "trust", "Y62", "QOP");
  }

  @Test
  void successionsAndWeights() throws IOException {
    Path published = SingleFileRead.published();
    assertThat(SingleFileRead.rows(SingleFileRead.read(published, archive, "lookups/ods_successions/succ.csv"))).hasSize(25_480);
    List<RowCells> councils =
        SingleFileRead.rows(SingleFileRead.read(published, archive, "lookups/trust_ltla_mapping_public.csv")).stream()
            .filter(r -> r.value(TO_KIND).equals("ltla"))
            .toList();
    assertThat(SingleFileRead.sum(councils, Lookups.TABLE.index("weight"))).as("126 trusts").isCloseTo(126, within(1e-9));
    String small = "lookups/geographr_converted/lookup_lsoa11_ccg21_stp21_ltla21.csv";
    assertThat(SingleFileRead.rows(SingleFileRead.read(published, archive, small))).hasSize(3 * 32_844);
  }
}
