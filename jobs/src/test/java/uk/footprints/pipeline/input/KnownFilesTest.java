package uk.footprints.pipeline.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.storage.Store;

/** Checks which files are known again by their size and time, without their bytes. */
class KnownFilesTest {

  private static final Instant LAST_WEEK = Instant.parse("2026-01-05T10:00:00Z");

  @TempDir Path folder;
  private Path june;
  private Path july;
  private Store source;
  private Store store;

  @BeforeEach
  void write() throws IOException {
    source = new Store(folder.resolve("in").toString());
    store = new Store(folder.resolve("store").toString());
    june = write("june.csv", "a,b\n1,2\n", LAST_WEEK);
    july = write("july.csv", "a,b\n3,4\n", LAST_WEEK);
  }

  private Path write(String name, String text, Instant modified) throws IOException {
    Path file = folder.resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(modified));
    return file;
  }

  /** Identifies all files and remembers them, as a run does. */
  private InputListing run(Instant at) throws IOException {
    FolderFiles listed = FolderFiles.of(source);
    Map<String, FileIdentity> identities = new HashMap<>();
    for (ListedFile file : listed.files()) {
      identities.put(file.path(), FileIdentity.read(source, file));
    }
    KnownFiles.write(store, listed, identities, at);
    return InputListing.of(listed, identities, "all");
  }

  private List<String> unknown() throws IOException {
    FolderFiles listed = FolderFiles.of(source);
    KnownFiles known = KnownFiles.read(store, listed);
    return listed.files().stream().filter(f -> known.find(f).isEmpty()).map(ListedFile::path).toList();
  }

  @Test
  void filesWithTheSameSizeAndTimeAreKnownAndGiveTheSameFingerprint() throws IOException {
    assertThat(unknown()).containsExactly("july.csv", "june.csv");
    InputListing first = run(LAST_WEEK.plusSeconds(60));
    assertThat(unknown()).isEmpty();
    FolderFiles again = FolderFiles.of(source);
    Map<String, FileIdentity> known =
        new FileIdentityJob(null, source, again, KnownFiles.read(store, again)).known();
    assertThat(InputListing.of(again, known, "all").fingerprint()).isEqualTo(first.fingerprint());
    assertThat(InputListing.list(source, "all").fingerprint()).isEqualTo(first.fingerprint());
  }

  @Test
  void aTouchedFileIsReadAgainAndHasTheSameFingerprint() throws IOException {
    InputListing first = run(LAST_WEEK.plusSeconds(60));
    Files.setLastModifiedTime(june, FileTime.from(LAST_WEEK.plusSeconds(3600)));
    assertThat(unknown()).containsExactly("june.csv");
    assertThat(run(LAST_WEEK.plusSeconds(7200)).fingerprint()).isEqualTo(first.fingerprint());
    assertThat(unknown()).isEmpty();
  }

  @Test
  void aFileOfAnotherSizeIsReadAgainThoughItsTimeIsTheSame() throws IOException {
    run(LAST_WEEK.plusSeconds(60));
    write("july.csv", "a,b\n3,44\n", LAST_WEEK);
    assertThat(unknown()).containsExactly("july.csv");
  }

  @Test
  void aNewFileAndARenamedOneAreRead() throws IOException {
    run(LAST_WEEK.plusSeconds(60));
    write("august.csv", "a,b\n5,6\n", LAST_WEEK);
    Files.move(july, july.resolveSibling("july-2.csv"));
    assertThat(unknown()).containsExactly("august.csv", "july-2.csv");
  }

  @Test
  void aFileThatChangedWhenItWasListedMayChangeAgainUnseen() throws IOException {
    run(LAST_WEEK.plusMillis(50));
    assertThat(unknown()).containsExactly("july.csv", "june.csv");
  }

  @Test
  void aDamagedRecordOrOneOfAnotherFolderKnowsNothing() throws IOException {
    run(LAST_WEEK.plusSeconds(60));
    Path record = Files.list(folder.resolve("store/inputs")).findFirst().orElseThrow();
    Files.writeString(record, "{\"files\": [");
    assertThat(unknown()).hasSize(2);
    Files.writeString(record, "{\"build\": null}");
    assertThat(unknown()).hasSize(2);
    run(LAST_WEEK.plusSeconds(60));
    source = new Store(folder.resolve("other").toString());
    Files.createDirectories(folder.resolve("other"));
    Files.copy(june, folder.resolve("other/june.csv"));
    assertThat(unknown()).containsExactly("june.csv");
  }
}
