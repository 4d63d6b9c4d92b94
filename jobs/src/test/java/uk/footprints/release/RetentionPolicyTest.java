package uk.footprints.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.storage.Store;

/** Checks which releases and archived files are kept, on stores of a few releases. */
class RetentionPolicyTest {

  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = new Store(folder.toString());
  }

  /** Makes a release that was published so many days ago, from one archived file. */
  private String release(int daysAgo, String before) throws IOException {
    String id = "r%03d".formatted(999 - daysAgo);
    Instant made = NOW.minus(Duration.ofDays(daysAgo));
    store.writeText(
        "releases/" + id + "/manifest.json",
        "{\"made_at\": \"%s\", \"before\": \"%s\", \"files\": [], \"inputs\": [{\"sha256\": \"%s\"}]}"
            .formatted(made, before, sha(daysAgo)));
    return id;
  }

  private static String sha(int daysAgo) {
    return "%064x".formatted(daysAgo);
  }

  /** Makes five releases of a month each; the latest is current. */
  private List<String> months() throws IOException {
    String before = "";
    for (int month = 5; month >= 1; month--) {
      before = release(30 * month, before);
    }
    store.writeText("CURRENT", before);
    return List.of("r849", "r879", "r909", "r939", "r969");
  }

  private List<String> removed(int keep, boolean archive) throws IOException {
    return new RetentionPolicy(keep, WEEK, archive).plan(store, NOW).stream()
        .map(removal -> removal.path() + ": " + removal.why()).sorted().toList();
  }

  private void decide(String release, String state) throws IOException {
    new ReleaseStore(store).save(new ReviewDecision(release, state, NOW.toString(), "", List.of("why")));
  }

  @Test
  void theLatestReleasesAreKept() throws IOException {
    months();
    assertThat(removed(3, false))
        .containsExactly("releases/r849: not among the latest 3", "releases/r879: not among the latest 3");
    assertThat(removed(5, false)).isEmpty();
  }

  @Test
  void theCurrentReleaseIsKeptWhateverIsConfigured() throws IOException {
    months();
    assertThat(removed(0, false)).hasSize(4).noneMatch(path -> path.contains("r969"));
  }

  @Test
  void aReleaseThatCeasedToBeCurrentWithinTheGracePeriodIsKept() throws IOException {
    String before = release(60, "");
    store.writeText("CURRENT", release(2, before));
    assertThat(removed(1, false)).isEmpty();
    Files.delete(folder.resolve("releases/r997/manifest.json"));
    Files.delete(folder.resolve("releases/r997"));
    store.writeText("CURRENT", release(20, before));
    assertThat(removed(1, false)).containsExactly("releases/r939: not among the latest 1");
  }

  @Test
  void heldReleasesAreKeptAndRejectedOnesAreNot() throws IOException {
    String current = months().get(4);
    String held = release(25, current);
    decide(held, ReviewDecision.HELD);
    String rejected = release(20, current);
    decide(rejected, ReviewDecision.REJECTED);
    String rejectedToday = release(0, current);
    decide(rejectedToday, ReviewDecision.REJECTED);
    assertThat(removed(5, false)).containsExactly("releases/" + rejected + ": rejected");
  }

  @Test
  void whatAnInterruptedRunLeftIsRemoved() throws IOException {
    months();
    store.writeText("releases/r998/observations/part-00000.zstd.parquet", "half");
    assertThat(removed(5, false)).containsExactly("releases/r998: left by an interrupted run");
  }

  @Test
  void anArchivedFileIsKeptWhileAKeptReleaseWasMadeFromIt() throws IOException {
    months();
    for (int month = 1; month <= 5; month++) {
      archived(sha(30 * month), 60);
    }
    archived(sha(999), 60);
    archived(sha(1000), 1);
    assertThat(removed(4, true))
        .containsExactly(
            "archive/00/" + sha(150) + ": no release that is kept was made from it",
            "archive/00/" + sha(999) + ": no release that is kept was made from it",
            "releases/r849: not among the latest 4");
    assertThat(removed(4, false)).hasSize(1);
  }

  private void archived(String sha, int daysAgo) throws IOException {
    store.writeText("archive/00/" + sha, "bytes");
    Files.setLastModifiedTime(
        folder.resolve("archive/00/" + sha), FileTime.from(NOW.minus(Duration.ofDays(daysAgo))));
  }

  @Test
  void whatIsPlannedIsRemovedAndNothingElse() throws IOException {
    months();
    RetentionPolicy.remove(store, new RetentionPolicy(2, WEEK, true).plan(store, NOW));
    assertThat(new ReleaseStore(store).list()).extracting(ReleaseInfo::id).containsExactly("r969", "r939");
  }
}
