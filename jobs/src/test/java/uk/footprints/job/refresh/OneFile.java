package uk.footprints.job.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import uk.footprints.archive.Archive;
import uk.footprints.conform.Accounting;
import uk.footprints.run.Store;
import uk.footprints.table.Rows;

/** Files through the first four rooms, without Spark. */
final class OneFile {

  private OneFile() {}

  /** The published files, where they are; a visible skip where they are not. */
  static Path published() {
    String told = System.getenv("FOOTPRINTS_SHARED");
    Path published = (told == null ? Path.of("..", "shared") : Path.of(told)).resolve("published");
    assumeTrue(Files.isDirectory(published), "no published files beside the project: skipped");
    return published;
  }

  /** What became of a file; its rows are accounted for. */
  static Outcome read(Path root, Path archive, String path) throws IOException {
    Path file = root.resolve(path);
    assumeTrue(Files.exists(file), "the published files are not here: " + path);
    Asked all = new Asked(List.of(), null);
    Reader reader = new Reader(new Store(root.toString()), new Archive(new Store(archive.toString())), all);
    Outcome outcome = reader.read(new Listed(path, "file:" + file.toAbsolutePath(), Files.size(file)));
    Accounting a = outcome.conformed().accounting();
    assertThat(a.balances()).as("%s: %s", path, a).isTrue();
    assertThat(rows(outcome)).as("rows written of %s", path).hasSize((int) (a.cells() - a.cellsRejected()));
    return outcome;
  }

  /** What became of every file of a folder. */
  static List<Outcome> readAll(Path root, Path archive, String folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root.resolve(folder))) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    List<Outcome> all = new java.util.ArrayList<>();
    for (Path file : files) {
      all.add(read(root, archive, root.relativize(file).toString()));
    }
    return all;
  }

  /** Rows of tables. */
  static List<Object[]> rows(Outcome outcome) {
    return outcome.conformed().tables().stream().map(Rows::rows).flatMap(List::stream).toList();
  }

  /** The sum of a column of numbers. */
  static double sum(List<Object[]> rows, int column) {
    return rows.stream().mapToDouble(r -> r[column] == null ? 0 : ((Number) r[column]).doubleValue()).sum();
  }
}
