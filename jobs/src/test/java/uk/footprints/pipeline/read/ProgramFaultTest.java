package uk.footprints.pipeline.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Severity;
import uk.footprints.pipeline.input.InputFile;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.storage.Archive;
import uk.footprints.storage.Store;

/** Checks that an error of Footprints is no damage of a file. */
class ProgramFaultTest {

  @TempDir Path folder;

  private static RuntimeException thrownIn(String... classes) {
    RuntimeException error = new IllegalStateException("made up");
    error.setStackTrace(
        List.of(classes).stream().map(name -> new StackTraceElement(name, "m", "F.java", 7))
            .toArray(StackTraceElement[]::new));
    return error;
  }

  @Test
  void theFirstClassOutsideThePlatformDecides() {
    assertThat(ProgramFault.isOwn(thrownIn("java.util.List", "uk.footprints.format.Some"))).isTrue();
    assertThat(ProgramFault.isOwn(thrownIn("java.util.List", "org.library.Parser", "uk.footprints.format.Some"))).isFalse();
    assertThat(ProgramFault.isOwn(thrownIn())).isTrue();
  }

  @Test
  void theFindingNamesFileErrorAndPlace() {
    Finding finding = ProgramFault.finding("a/b.csv", thrownIn("java.util.List", "uk.footprints.transform.Some"));
    assertThat(finding.severity()).isEqualTo(Severity.SET_ASIDE);
    assertThat(finding.sentence())
        .isEqualTo(
            "a/b.csv: Footprints failed while it read the file, which is our fault: java.lang.IllegalStateException: made"
                + " up (in transform.Some, line 7)");
    assertThat(finding.next()).doesNotContain("Download");
  }

  /** Without a day of the run, the check of periods fails: an error in a class of Footprints. */
  @Test
  void anErrorInAClassOfOursIsNoFaultOfTheFile() throws IOException {
    Path file = folder.resolve("june.csv");
    Files.copy(Path.of("data/sample/ae_attendances/June-2020-revised-130521-sample.csv"), file);
    RefreshOptions broken = new RefreshOptions(List.of(), null, null);
    FileReader reader =
        new FileReader(
            new Store(folder.toString()), new Archive(new Store(folder.resolve("store").toString())), broken);
    FileResult result = reader.read(new InputFile("june.csv", file.toUri().toString(), Files.size(file)));
    assertThat(result.state()).isEqualTo(FileResult.SET_ASIDE);
    assertThat(result.transformed().findings()).extracting(Finding::kind).containsExactly(Kind.PROGRAM_FAULT);
    assertThat(result.transformed().accounting().balances()).isTrue();
    assertThat(FileReader.mayGiveMore(result)).isTrue();
  }

  @Test
  void aDamagedFileIsNoFaultOfOurs() throws IOException {
    Path file = folder.resolve("damaged.xlsx");
    Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2, 3});
    FileReader reader =
        new FileReader(
            new Store(folder.toString()), new Archive(new Store(folder.resolve("store").toString())),
            new RefreshOptions(List.of(), null));
    FileResult result = reader.read(new InputFile("damaged.xlsx", file.toUri().toString(), Files.size(file)));
    assertThat(result.transformed().findings()).extracting(Finding::kind).containsExactly(Kind.UNREADABLE);
  }
}
