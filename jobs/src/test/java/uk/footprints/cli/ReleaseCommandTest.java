package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.release.Release;
import uk.footprints.release.ReleaseStore;
import uk.footprints.release.ReviewDecision;
import uk.footprints.runtime.ExitCode;
import uk.footprints.storage.Archive;
import uk.footprints.storage.Store;

/** The commands {@code release} and {@code prune} on a store of small releases. */
class ReleaseCommandTest {

  @TempDir Path folder;

  /** A release of one file, made in a year, after another. */
  private Release make(int year, String before) throws IOException {
    Store store = new Store(folder.toString());
    String sha = new Archive(store).keep(("input of " + year).getBytes(StandardCharsets.UTF_8));
    Release made = new Release(store, year + "0101T120000Z-abcdef01");
    made.write("reports/index.html", new byte[] {1, 2, 3});
    Map<String, Object> facts =
        Map.of(
            "made_at", year + "-01-01T12:00:00Z", "before", before, "inputs", List.of(Map.of("file", "a.csv", "sha256", sha)));
    made.describe(facts, List.of());
    return made;
  }

  private String line(int from, int to) throws IOException {
    String before = "";
    for (int year = from; year <= to; year++) {
      Release made = make(year, before);
      assertThat(made.publish(before.isEmpty() ? Optional.empty() : Optional.of(before))).isTrue();
      before = made.id();
    }
    return before;
  }

  private Release held(String before) throws IOException {
    Release held = make(2025, before);
    new ReleaseStore(new Store(folder.toString()))
        .save(new ReviewDecision(held.id(), ReviewDecision.HELD, "2025-01-01T12:00:00Z", "", List.of("it jumps")));
    return held;
  }

  private CommandLineRunner run(String... words) {
    String[] all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--at";
    all[words.length + 1] = folder.toString();
    return CommandLineRunner.run(all);
  }

  private String current() throws IOException {
    return Files.readString(folder.resolve("CURRENT")).strip();
  }

  @Test
  void aHeldReleaseIsListedApprovedAndCurrent() throws IOException {
    String before = line(2020, 2021);
    String held = held(before).id();
    Files.createDirectories(folder.resolve("releases/20260101T000000Z-00000000/observations"));
    assertThat(run("release", "list").out())
        .containsSubsequence(before, "current", "20200101T120000Z-abcdef01", "earlier", held, "held", "it jumps", "unfinished");
    CommandLineRunner approved = run("release", "approve", held);
    assertThat(approved.exit()).as(approved.err()).isEqualTo(ExitCode.DONE);
    assertThat(current()).isEqualTo(held);
    assertThat(run("release", "approve", held).err()).contains("is not held: it is current");
  }

  @Test
  void aRejectedReleaseIsNotSeenAndMayBeApprovedAfterAll() throws IOException {
    String before = line(2020, 2021);
    String held = held(before).id();
    assertThat(run("release", "reject", held, "--why", "half a file").exit()).isEqualTo(ExitCode.DONE);
    assertThat(current()).isEqualTo(before);
    assertThat(run("release", "list").out()).contains("rejected").contains("half a file it jumps");
    assertThat(run("release", "approve", held).exit()).isEqualTo(ExitCode.DONE);
    assertThat(current()).isEqualTo(held);
  }

  @Test
  void whatIsDamagedOrOutdatedIsNotApproved() throws IOException {
    String before = line(2020, 2021);
    Release held = held(before);
    Path file = folder.resolve("releases/" + held.id() + "/reports/index.html");
    Files.write(file, new byte[] {1, 2, 4});
    assertThat(run("release", "approve", held.id()).err()).contains("is not as it was written");
    Files.write(file, new byte[] {1, 2, 3});
    Release other = make(2024, before);
    other.publish(Optional.of(before));
    CommandLineRunner late = run("release", "approve", held.id());
    assertThat(late.exit()).isEqualTo(ExitCode.DATA);
    assertThat(late.err()).contains("was made when " + before + " was current, and now " + other.id() + " is");
    assertThat(current()).isEqualTo(other.id());
    assertThat(run("release", "approve", "nothing").err()).contains("There is no release nothing");
    assertThat(run("release", "approve", "../../etc").exit()).isEqualTo(ExitCode.DATA);
  }

  @Test
  void pruneKeepsWhatItsRuleSays() throws IOException {
    String current = line(2005, 2022);
    String held = held(current).id();
    Path half = Files.createDirectories(folder.resolve("releases/20230101T000000Z-00000000"));
    CommandLineRunner dry = run("prune", "--keep", "3", "--dry-run");
    assertThat(dry.lines()).hasSize(16).anyMatch(l -> l.contains("left by a run that was cut off"));
    assertThat(half).exists();
    CommandLineRunner pruned = run("prune", "--keep", "3");
    assertThat(pruned.exit()).as(pruned.err()).isEqualTo(ExitCode.DONE);
    assertThat(pruned.out()).isEqualTo(dry.out());
    assertThat(half).doesNotExist();
    assertThat(folder.resolve("releases").toFile().list())
        .containsExactlyInAnyOrder(current, "20210101T120000Z-abcdef01", "20200101T120000Z-abcdef01", held);
    assertThat(run("verify").exit()).isEqualTo(ExitCode.DONE);
    assertThat(run("prune", "--keep", "3").out()).isEmpty();
    assertThat(run("prune", "--keep", "0").exit()).isEqualTo(ExitCode.COMMAND);
  }

  @Test
  void whoMayBeReadingKeepsTheRelease() throws IOException {
    line(2019, 2021);
    String lately = Instant.now().minusSeconds(3600).toString();
    Store store = new Store(folder.toString());
    Release made = new Release(store, "20220101T120000Z-abcdef01");
    made.write("reports/index.html", new byte[] {1});
    made.describe(Map.of("made_at", lately, "before", "20210101T120000Z-abcdef01"), List.of());
    made.publish(Optional.of("20210101T120000Z-abcdef01"));
    assertThat(run("prune", "--keep", "1", "--dry-run").lines())
        .noneMatch(l -> l.contains("20210101T"))
        .anyMatch(l -> l.contains("20200101T"));
    assertThat(run("prune", "--keep", "1", "--grace", "0", "--dry-run").lines()).anyMatch(l -> l.contains("20210101T"));
  }

  @Test
  void ofTheArchiveOnlyWhatNobodyNeedsGoesAndOnlyWhenAsked() throws IOException {
    line(2019, 2022);
    try (var files = Files.walk(folder.resolve("archive"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
      }
    }
    assertThat(run("prune", "--keep", "2").out()).doesNotContain("archive/");
    assertThat(run("prune", "--keep", "2", "--archive").lines()).hasSize(2).allMatch(l -> l.startsWith("archive/"));
    assertThat(run("verify").exit()).isEqualTo(ExitCode.DONE);
  }
}
