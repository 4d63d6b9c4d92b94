package uk.footprints.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.catalogue.TotalRow;
import uk.footprints.parquet.TableReader;
import uk.footprints.parquet.TableWriter;
import uk.footprints.release.Release;
import uk.footprints.runtime.ExitCode;
import uk.footprints.storage.Store;
import uk.footprints.table.RowCells;
import uk.footprints.table.Table;

/** A store that another version of the program made: its tables have fewer columns, and it has no list of inputs. */
@Tag("integration")
class StoreOfOlderVersionTest {

  private static final Path FIXTURES = Path.of("jobs/src/test/resources/fixtures/dtoc");

  @TempDir Path folder;
  private Path in;
  private Store store;

  @BeforeEach
  void twoYears() throws IOException {
    in = Files.createDirectories(folder.resolve("in"));
    store = new Store(folder.resolve("store").toString());
    add(0);
    add(1);
    assertThat(refresh().exit()).isZero();
    try (Stream<Path> inputs = Files.walk(folder.resolve("store/inputs"))) {
      inputs.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
    }
    add(2);
  }

  private void add(int number) throws IOException {
    try (Stream<Path> all = Files.list(FIXTURES)) {
      Path file = all.filter(f -> f.toString().contains(".xls")).sorted().toList().get(number);
      Files.copy(file, in.resolve(file.getFileName()));
    }
  }

  private CommandLineRunner refresh() {
    return CommandLineRunner.run("refresh", "--from", in.toString(), "--to", store.root());
  }

  /** Writes a table of the current release again without a column, in its files and in the description. */
  private void remove(Table table, String column) throws IOException {
    Release release = new Release(store, store.findCurrent().orElseThrow());
    List<String> left = table.fields().stream().map(f -> f.name()).filter(name -> !name.equals(column)).toList();
    Path of = folder.resolve("store/releases/" + release.id());
    for (org.apache.hadoop.fs.Path file : release.files(table)) {
      List<RowCells> rows = new TableReader(table, left, Map.of()).rows(file, store.configuration());
      store.fs().delete(file, false);
      try (TableWriter writer =
          TableWriter.create(
              store, "releases/" + release.id() + "/" + table.name(),
              file.getName().replace(".zstd.parquet", ""), table.only(left))) {
        for (RowCells row : rows) {
          writer.write(row);
        }
      }
    }
    Path described = of.resolve("datapackage.json");
    String text = Files.readString(described);
    Files.writeString(described, text.replace("\"name\" : \"" + column + "\"", "\"name\" : \"another\""));
    assertThat(Files.readString(described)).isNotEqualTo(text);
  }

  @Test
  void theRefreshIsHeldWhereItsTotalsCannotBeCompared() throws IOException {
    String before = store.findCurrent().orElseThrow();
    remove(TotalRow.TABLE.table(), "organisations");
    CommandLineRunner refresh = refresh();
    assertThat(refresh.exit()).as(refresh.err()).isEqualTo(ExitCode.HELD);
    assertThat(refresh.err())
        .contains("another version of Footprints made the current release, without totals.organisations")
        .contains("footprints release approve");
    assertThat(store.findCurrent()).hasValue(before);
    assertThat(folder.resolve("store/releases/" + before)).exists();
    String held = refresh.err().replaceAll("(?s).*Held release (\\S+).*", "$1");
    Files.delete(folder.resolve("store/views.sql"));
    CommandLineRunner approve = CommandLineRunner.run("release", "approve", held, "--at", store.root());
    assertThat(approve.exit()).as(approve.err()).isZero();
    assertThat(folder.resolve("store/views.sql")).content().contains("from_observations");
    assertThat(refresh().err()).contains("Nothing new");
  }
}
