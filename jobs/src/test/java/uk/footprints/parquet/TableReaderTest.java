package uk.footprints.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.catalogue.Tables;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;
import uk.footprints.table.Table;

/** Reads tables that this and other versions of the program wrote. */
class TableReaderTest {

  @TempDir java.nio.file.Path folder;

  private Path written(Table table, Object... row) throws IOException {
    try (TableWriter writer = TableWriter.create(new Store(folder.toString()), "revisions", "part-0", table)) {
      writer.write(row);
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
        .containsExactly(new Object[] {"beds"});
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
}
