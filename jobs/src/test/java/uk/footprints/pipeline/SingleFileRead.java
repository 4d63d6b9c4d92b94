package uk.footprints.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import uk.footprints.pipeline.input.InputFile;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.pipeline.read.FileReader;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.storage.Archive;
import uk.footprints.storage.Store;
import uk.footprints.table.RowCells;
import uk.footprints.table.TableRows;
import uk.footprints.transform.ObservationBatch;
import uk.footprints.transform.RowAccounting;

/** Reads single files without Spark. */
final class SingleFileRead {

  private SingleFileRead() {}

  /** Returns the folder of published files; skips the test when there is none. */
  static Path published() {
    String folder = System.getenv("FOOTPRINTS_SHARED");
    Path published = (folder == null ? Path.of("..", "shared") : Path.of(folder)).resolve("published");
    assumeTrue(Files.isDirectory(published), "no published files beside the project: skipped");
    return published;
  }

  /** Reads a file, and checks that its rows are accounted for. */
  static FileResult read(Path root, Path archive, String path) throws IOException {
    Path file = root.resolve(path);
    assumeTrue(Files.exists(file), "the published files are not here: " + path);
    RefreshOptions all = new RefreshOptions(List.of(), null);
    FileReader reader = new FileReader(new Store(root.toString()), new Archive(new Store(archive.toString())), all);
    FileResult outcome = reader.read(new InputFile(path, "file:" + file.toAbsolutePath(), Files.size(file)));
    RowAccounting a = outcome.transformed().accounting();
    assertThat(a.balances()).as("%s: %s", path, a).isTrue();
    long figures = outcome.transformed().batches().stream().mapToLong(ObservationBatch::size).sum();
    assertThat(figures + rows(outcome).size()).as("rows written of %s", path).isEqualTo(a.cells() - a.cellsRejected());
    return outcome;
  }

  /** Writes a text to a file, and reads it. */
  static FileResult written(Path root, String path, String text) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), text);
    return read(root, root.resolve("store"), path);
  }

  /** Reads every file of a folder. */
  static List<FileResult> readAll(Path root, Path archive, String folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root.resolve(folder))) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    List<FileResult> all = new java.util.ArrayList<>();
    for (Path file : files) {
      all.add(read(root, archive, root.relativize(file).toString()));
    }
    return all;
  }

  /** Returns the rows of the tables of a file. */
  static List<RowCells> rows(FileResult outcome) {
    return outcome.transformed().tables().stream().map(TableRows::rows).flatMap(List::stream).toList();
  }

  /** Returns the sum of a column of numbers. */
  static double sum(List<RowCells> rows, int column) {
    return rows.stream().mapToDouble(r -> r.value(column) == null ? 0 : ((Number) r.value(column)).doubleValue()).sum();
  }
}
