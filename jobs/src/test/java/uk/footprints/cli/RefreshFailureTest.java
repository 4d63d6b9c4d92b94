package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.Main;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.SupportedJava;

/** Checks what a run leaves behind that cannot start, or that fails after it has taken the lock. */
@Tag("integration")
class RefreshFailureTest {

  private static final String MONTH = "June-2020-revised-130521-sample.csv";

  @TempDir Path folder;
  private Path in;
  private Path store;

  @BeforeEach
  void copy() throws IOException {
    in = Files.createDirectories(folder.resolve("in"));
    store = folder.resolve("store");
    Files.copy(Path.of("data/sample/ae_attendances", MONTH), in.resolve(MONTH));
  }

  /** Collects what a command prints, and fails with an error of a class when a line contains a word. */
  private static final class FailingOutput extends OutputStream {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final String word;

    FailingOutput(String word) {
      this.word = word;
    }

    @Override
    public void write(int b) {
      printed.write(b);
      if (b == '\n' && text().lines().reduce((a, c) -> c).orElse("").contains(word)) {
        throw new NoClassDefFoundError("a made-up class");
      }
    }

    String text() {
      return printed.toString(StandardCharsets.UTF_8);
    }
  }

  private static String only(Path in, String ending) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      List<Path> found = files.filter(f -> f.toString().endsWith(ending)).toList();
      assertThat(found).hasSize(1);
      return Files.readString(found.get(0));
    }
  }

  @Test
  void aRunThatFailsReleasesTheLockAndWritesItsRecord() throws IOException {
    FailingOutput err = new FailingOutput("Reading 1 files");
    PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
    Console console = new Console(new PrintStream(OutputStream.nullOutputStream()), print, false);
    int exit = Main.run(console, "refresh", "--from", in.toString(), "--to", store.toString());
    assertThat(exit).as(err.text()).isEqualTo(ExitCode.BUG);
    assertThat(err.text()).contains("This is a fault of Footprints, not yours");
    assertThat(only(store.resolve("lock"), "")).contains("\"state\":\"released\"");
    assertThat(only(store.resolve("runs"), ".json")).contains("\"state\" : \"failed\"").contains("made-up class");
    assertThat(Files.exists(store.resolve("CURRENT"))).isFalse();

    CommandLineRunner again = CommandLineRunner.run("refresh", "--from", in.toString(), "--to", store.toString());
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(again.err()).doesNotContain("lock");
  }

  @Test
  void aJavaThatSparkDoesNotSupportIsRefusedBeforeTheStoreIsTouched() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(OutputStream.nullOutputStream()), new PrintStream(err, true, StandardCharsets.UTF_8), false);
    int exit =
        Main.run(
            console, List.of(new RefreshCommand(Runtime.Version.parse("22.0.1"))), "refresh", "--from", in.toString(),
            "--to", store.toString());
    assertThat(exit).isEqualTo(ExitCode.DATA);
    SupportedJava.VERSIONS.forEach(
        version -> assertThat(err.toString(StandardCharsets.UTF_8)).contains(version.toString()));
    assertThat(Files.exists(store)).isFalse();
  }
}
