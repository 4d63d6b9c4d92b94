package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.storage.Store;

/** Checks that a new month parses only one file, and gives the same release as a run that reads everything. */
@Tag("integration")
class IncrementTest {

  private static final Path FIXTURES = Path.of("jobs/src/test/resources/fixtures/ae_attendances");

  @TempDir Path folder;

  @Test
  void oneNewMonthParsesOneFile() throws IOException {
    List<Path> months;
    try (Stream<Path> all = Files.list(FIXTURES)) {
      months = all.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
    }
    Path in = Files.createDirectories(folder.resolve("in"));
    for (Path month : months.subList(1, months.size())) {
      Files.copy(month, in.resolve(month.getFileName()));
    }
    String store = folder.resolve("store").toString();
    assertThat(CommandLineRunner.run("refresh", "--from", in.toString(), "--to", store).exit()).isZero();

    Files.copy(months.get(0), in.resolve(months.get(0).getFileName()));
    CommandLineRunner more = CommandLineRunner.run("refresh", "--from", in.toString(), "--to", store);
    assertThat(more.exit()).as(more.err()).isZero();
    assertThat(more.err()).contains("Reading 1 new of " + months.size() + " files");

    String cold = folder.resolve("cold").toString();
    assertThat(CommandLineRunner.run("refresh", "--from", in.toString(), "--to", cold).exit()).isZero();
    assertThat(tables(store)).isEqualTo(tables(cold)).hasSizeGreaterThan(20);

    damage(Path.of(store, "parsed"));
    Files.delete(in.resolve(months.get(0).getFileName()));
    CommandLineRunner less = CommandLineRunner.run("refresh", "--from", in.toString(), "--to", store);
    assertThat(less.exit()).as(less.err()).isZero();
    String afresh = folder.resolve("afresh").toString();
    CommandLineRunner.run("refresh", "--from", in.toString(), "--to", afresh);
    assertThat(tables(store)).isEqualTo(tables(afresh));
  }

  /** Hashes of the files of all tables but the one that says when they were made. */
  private static Map<String, String> tables(String store) throws IOException {
    Path release = Path.of(store, "releases", Files.readString(Path.of(store, "CURRENT")).strip());
    Map<String, String> tables = new TreeMap<>();
    try (Stream<Path> files = Files.walk(release)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        String name = release.relativize(file).toString();
        if (!name.startsWith("runs/")) {
          tables.put(name, Store.sha256(Files.readAllBytes(file)));
        }
      }
    }
    return tables;
  }

  private static void damage(Path parsed) throws IOException {
    try (Stream<Path> files = Files.walk(parsed)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
      }
    }
  }
}
