package uk.footprints.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.catalogue.Tables;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;
import uk.footprints.table.Field;
import uk.footprints.table.RowCells;
import uk.footprints.table.Table;

/** Reads tables that this and other versions of the program wrote. */
class TableReaderTest {

  @TempDir java.nio.file.Path folder;

  private Path written(Table table, Object... row) throws IOException {
    try (TableWriter writer = TableWriter.create(new Store(folder.toString()), "revisions", "part-0", table)) {
      writer.write(RowCells.of(row));
    }
    try (Stream<java.nio.file.Path> files = Files.list(folder.resolve("revisions"))) {
      return new Path(files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow().toUri());
    }
  }

  private Configuration hadoop() {
    return new Store(folder.toString()).configuration();
  }

  @Test
  void aColumnIsRead() throws IOException {
    Path file = written(Tables.REVISIONS.only(List.of("dataset", "measure")), "kh03_beds", "beds");
    assertThat(new TableReader(Tables.REVISIONS, List.of("measure"), Map.of()).rows(file, hadoop()))
        .containsExactly(RowCells.of("beds"));
  }

  @Test
  void aTableOfAnotherVersionWithoutAColumnIsNoFaultOfOurs() throws IOException {
    Path file = written(Tables.REVISIONS.only(List.of("dataset", "measure")), "kh03_beds", "beds");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(
            () -> new TableReader(Tables.REVISIONS, List.of("measure", "kind"), Map.of()).rows(file, hadoop()))
        .withMessageContaining("lacks a column of the table revisions: another version of Footprints made the release")
        .satisfies(e -> assertThat(e.exit()).isEqualTo(ExitCode.DATA));
  }

  private static final Table EVERY_TYPE =
      new Table(
          "every_type", "a row", List.of(),
          List.of(
              Field.text("code", "Code."), Field.whole("n", "Number.", "rows"), Field.number("value", "Value.", ""),
              Field.date("day", "Day."), Field.flag("odd", "Whether it is odd.")));

  private static RowCells row(int i) {
    boolean absent = i % 7 == 3;
    return RowCells.of(
        i < 100_000 ? "A" : "B" + i % 3, (long) i, absent ? null : i / 8.0,
        absent ? null : LocalDate.of(2020, 1, 1).plusDays(i % 400), i % 2 == 1);
  }

  @Test
  void everyTypeIsReadBackFromSeveralRowGroups() throws IOException {
    int rows = 150_000;
    Store store = new Store(folder.toString());
    try (TableWriter writer = TableWriter.create(store, "revisions", "part-0", EVERY_TYPE)) {
      for (int i = 0; i < rows; i++) {
        writer.write(row(i));
      }
    }
    Path file = new Path(folder.resolve("revisions/part-0.zstd.parquet").toUri());
    List<String> columns = EVERY_TYPE.fields().stream().map(Field::name).toList();
    List<RowCells> all = new TableReader(EVERY_TYPE, columns, Map.of()).rows(file, hadoop());
    assertThat(all).hasSize(rows);
    for (int i = 0; i < rows; i += 13) {
      assertThat(all.get(i)).isEqualTo(row(i));
    }
    List<RowCells> some =
        new TableReader(EVERY_TYPE, List.of("n", "odd"), Map.of("code", Set.of("B1", "none"))).rows(file, hadoop());
    assertThat(some).hasSize(16_667).allSatisfy(cells -> assertThat((long) cells.value(0) % 3).isEqualTo(1));
    assertThat(new TableReader(EVERY_TYPE, columns, Map.of("code", Set.of("none"))).rows(file, hadoop())).isEmpty();
  }
}
