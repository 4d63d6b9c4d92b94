package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.release.Release;
import uk.footprints.runtime.ExitCode;
import uk.footprints.storage.Archive;
import uk.footprints.storage.Store;

/** Checks {@code verify} on an intact and on a damaged release. */
class VerifyCommandTest {

  @TempDir Path folder;
  private Path release;
  private Path input;

  @BeforeEach
  void release() throws IOException {
    Store store = new Store(folder.toString());
    String sha = new Archive(store).keep("a,b\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Release made = new Release(store, "20260101T120000Z-abcdef01");
    made.write("reports/index.html", new byte[] {1, 2, 3});
    made.write("reports/csv/trends.csv", new byte[] {4, 5});
    made.describe(Map.of("inputs", List.of(Map.of("file", "a.csv", "sha256", sha))), List.of());
    made.publish(java.util.Optional.empty());
    release = folder.resolve("releases/20260101T120000Z-abcdef01");
    input = folder.resolve("archive").resolve(sha.substring(0, 2)).resolve(sha);
  }

  private CommandLineRunner verify(String... more) {
    String[] words = new String[3 + more.length];
    System.arraycopy(new String[] {"verify", "--at", folder.toString()}, 0, words, 0, 3);
    System.arraycopy(more, 0, words, 3, more.length);
    return CommandLineRunner.run(words);
  }

  @Test
  void anIntactReleaseHasNoFaults() {
    CommandLineRunner run = verify();
    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("checked 3 files and 1 archived files; no faults.");
  }

  @Test
  void everyDamagedFileIsNamed() throws IOException {
    Files.write(release.resolve("reports/index.html"), new byte[] {1, 2, 4});
    Files.delete(release.resolve("reports/csv/trends.csv"));
    Files.write(release.resolve("foreign.txt"), new byte[] {1});
    Files.write(input, new byte[] {9, 9, 9, 9});
    CommandLineRunner run = verify();
    assertThat(run.exit()).isEqualTo(ExitCode.DATA);
    String below = "releases/20260101T120000Z-abcdef01/";
    assertThat(run.lines())
        .containsExactlyInAnyOrder(
            below + "reports/index.html: its contents have changed (SHA-256 differs)",
            below + "reports/csv/trends.csv: it is missing",
            below + "foreign.txt: it is not in the manifest",
            folder.relativize(input) + ": its contents have changed (SHA-256 differs)");
    assertThat(run.err()).contains("4 faults").contains("Try:");
  }

  @Test
  void a_damaged_archived_file_is_replaced_by_a_copy_with_the_same_hash(@TempDir Path downloads) throws IOException {
    Files.write(input, new byte[] {9, 9, 9, 9});
    Files.createDirectories(downloads.resolve("2016"));
    Files.writeString(downloads.resolve("2016/other.csv"), "a,c\n");
    CommandLineRunner without = verify("--repair", "--from", downloads.toString());
    assertThat(without.exit()).isEqualTo(ExitCode.DATA);
    assertThat(without.err()).contains("Not replaced: archive/").contains("verify --at " + folder + " --repair --from");
    Files.writeString(downloads.resolve("2016/renamed.csv"), "a,b\n");
    CommandLineRunner run = verify("--repair", "--from", downloads.toString());
    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).contains("Replaced: archive/").doesNotContain("Try:");
    assertThat(verify().exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void a_damaged_published_file_is_kept_and_a_refresh_is_suggested() throws IOException {
    Files.write(release.resolve("reports/index.html"), new byte[] {1, 2, 4});
    CommandLineRunner run = verify("--repair");
    assertThat(run.exit()).isEqualTo(ExitCode.DATA);
    assertThat(run.err()).contains("Not replaced: releases/").contains("Try: footprints refresh --from");
    assertThat(Files.readAllBytes(release.resolve("reports/index.html"))).containsExactly(1, 2, 4);
  }

  @Test
  void aTruncatedFileIsReportedWithItsSizes() throws IOException {
    Files.write(release.resolve("reports/index.html"), new byte[] {1});
    assertThat(verify().lines()).singleElement().asString().endsWith("it has 1 bytes instead of 3");
  }

  @Test
  void aDamagedOrMissingManifestIsReported() throws IOException {
    Files.writeString(release.resolve("manifest.json"), "{\"files\": [");
    assertThat(verify().lines()).singleElement().asString().contains("manifest.json: it is damaged");
    Files.delete(release.resolve("manifest.json"));
    assertThat(verify().lines()).singleElement().asString().contains("manifest.json: it is missing");
  }

  @Test
  void missingReleasesAreReported() throws IOException {
    assertThat(verify("--release", "nothing").exit()).isEqualTo(ExitCode.DATA);
    assertThat(verify("--release", "../../etc").err()).contains("There is no release ../../etc");
    Files.delete(folder.resolve("CURRENT"));
    assertThat(verify().err()).contains("There is no release in " + folder);
  }

  @Test
  void readersOfADamagedReleaseFail() throws IOException {
    Path table = release.resolve("beds/part-00000.zstd.parquet");
    Store store = new Store(folder.toString());
    Release made = new Release(store, release.getFileName().toString());
    made.write("beds/part-00000.zstd.parquet", new byte[] {7, 8, 9});
    made.describe(Map.of(), List.of());
    Files.write(table, new byte[] {7});
    for (List<String> words :
        List.of(List.of("query", "select 1", "--at", folder.toString()),
            List.of("report", "beds", "--at", folder.toString()))) {
      CommandLineRunner run = CommandLineRunner.run(words.toArray(String[]::new));
      assertThat(run.exit()).isEqualTo(ExitCode.DATA);
      assertThat(run.err())
          .contains(
              "is damaged: beds/part-00000.zstd.parquet has 1 bytes instead of 3.",
              "Try: footprints verify --at " + folder);
    }
    Files.delete(table);
    assertThat(CommandLineRunner.run("report", "beds", "--at", folder.toString()).err())
        .contains("is damaged: beds/part-00000.zstd.parquet is missing.");
  }
}
