package uk.footprints.pipeline.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.footprints.pipeline.merge.MadeUpBatch.JULY;
import static uk.footprints.pipeline.merge.MadeUpBatch.JUNE;
import static uk.footprints.pipeline.merge.MadeUpBatch.of;
import static uk.footprints.pipeline.merge.MadeUpBatch.published;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.analysis.ReleaseReader;
import uk.footprints.area.ReferenceData;
import uk.footprints.catalogue.Tables;
import uk.footprints.dataset.SpendOver25k;
import uk.footprints.parquet.TableReader;
import uk.footprints.pipeline.read.RowSource;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.release.Release;
import uk.footprints.storage.Store;
import uk.footprints.table.RowCells;
import uk.footprints.table.Table;
import uk.footprints.table.TableRows;
import uk.footprints.transform.ObservationBatch;

/** Checks the tables of one partition, written and read again. */
class PartitionWriterTest {

  private static final String RELEASE = "20260101T120000Z-00000000";

  @TempDir Path folder;
  private Release release;
  private Store store;

  @BeforeEach
  void open() {
    store = new Store(folder.toString());
    release = new Release(store, RELEASE);
  }

  private List<String> rows(Table table, String... columns) throws IOException {
    return new ReleaseReader(release).rows(new TableReader(table, List.of(columns), Map.of())).stream()
        .map(RowCells::toString)
        .toList();
  }

  private PartitionResult written(MadeUpRows rows) throws IOException {
    return PartitionWriter.write(
        rows.sorted().iterator(), rows.names(), ReferenceData.ofJar().register(), measure -> false,
        new PartitionFiles(store, RELEASE, 0)).rows();
  }

  @Test
  void figuresTheirTotalsAndTheirCompletenessAreWritten() throws IOException {
    ObservationBatch.Origin first = published("first", 1, RevisionStatus.PROVISIONAL);
    ObservationBatch.Origin second = published("second", 8, RevisionStatus.REVISED);
    MadeUpRows made =
        MadeUpRows.of(
            of(first, JUNE, List.of("RA1", "RA2"), 10.0, null), of(second, JUNE, List.of("RA1", "RA2"), 12.0, null),
            of(first, JULY, List.of("RA1"), 5.0));
    PartitionResult result = written(made);
    assertThat(rows(Tables.OBSERVATIONS, "org_code", "period_start", "value", "status", "source_sha256"))
        .containsExactly(
            "[RA1, 2020-06-01, 12.0, reported, second]", "[RA1, 2020-07-01, 5.0, reported, first]",
            "[RA2, 2020-06-01, null, missing, second]");
    assertThat(rows(Tables.VINTAGES, "org_code", "value")).hasSize(5);
    assertThat(rows(Tables.REVISIONS, "org_code", "old_value", "new_value", "kind"))
        .containsExactly("[RA1, 10.0, 12.0, changed_figure]");
    assertThat(rows(Tables.TOTALS, "period_start", "organisations", "total"))
        .containsExactly("[2020-06-01, 1, 12.0]", "[2020-07-01, 1, 5.0]");
    assertThat(rows(Tables.COMPLETENESS, "org_code", "state", "periods"))
        .containsExactly("[RA1, reported, 2]", "[RA2, missing, 1]");
    assertThat(result.observations()).isEqualTo(3);
    assertThat(result.counts())
        .containsOnly(
            Map.entry(new RowSource("vintages", "first", "Sheet"), new WrittenRows(1, 2, 0, 0)),
            Map.entry(new RowSource("vintages", "second", "Sheet"), new WrittenRows(2, 0, 1, 0)));
    assertThat(made.inventory().organisations()).containsOnlyKeys("RA1 provider", "RA2 provider");
  }

  private static RowCells payment(String file, int day, String supplier, long row) {
    Table table = SpendOver25k.TRANSACTIONS;
    RowCells.Builder cells = RowCells.builder(table.fields().size());
    cells.set(table.index("org_code"), "RA1");
    cells.set(table.index("category"), "other");
    cells.set(table.index("supplier"), supplier);
    cells.set(table.index("amount"), 25_000.0);
    cells.set(table.index("occurrence"), 1L);
    cells.set(table.index("published_on"), LocalDate.of(2020, 9, day));
    cells.set(table.index("revision_status"), "provisional");
    cells.set(table.index("source_sha256"), file);
    cells.set(table.index("source_sheet"), "Sheet");
    cells.set(table.index("source_row"), row);
    return cells.build();
  }

  @Test
  void rowsThatAnotherFileHasTooAreCountedByTheirFiles() throws IOException {
    TableRows older =
        new TableRows("transactions", List.of(payment("older", 1, "A", 2), payment("older", 1, "B", 3)));
    TableRows newer = new TableRows("transactions", List.of(payment("newer", 2, "A", 2)));
    PartitionResult result =
        written(MadeUpRows.of(SpendOver25k.TRANSACTIONS, older, newer));
    assertThat(rows(SpendOver25k.TRANSACTIONS, "supplier", "source_sha256"))
        .containsExactly("[A, newer]", "[B, older]");
    assertThat(result.overlaps()).containsOnly(Map.entry(new RowOverlap("transactions", "older", "newer"), 1L));
    assertThat(result.counts().get(new RowSource("transactions", "older", "Sheet")))
        .isEqualTo(new WrittenRows(1, 1, 0, 0));
    assertThat(result.observations()).as("rows of other tables are no observations").isZero();
  }
}
