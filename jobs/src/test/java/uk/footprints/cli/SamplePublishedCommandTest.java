package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.Main;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ExitCode;

@Tag("integration")
class SamplePublishedCommandTest {

  @TempDir private Path to;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void writesTheRequestedMonths() {
    assertThat(sample("--from", "2019-11", "--months", "2", "--only", "mar_commissioner,ae_attendances")).isEqualTo(0);
    assertThat(out.toString().lines().map(line -> to.relativize(Path.of(line)).toString()))
        .containsExactly(
            "ae_attendances/November-2019-revised-140520-sample.csv",
            "ae_attendances/December-2019-revised-140520-sample.csv",
            "mar_commissioner/MAR_Comm-Web-file-November-19-sample.xls",
            "mar_commissioner/MAR_Comm-Web-file-December-19-sample.xls");
    assertThat(err.toString()).isEqualToIgnoringNewLines("Wrote 4 files; all numbers are made up (seed 44).");
  }

  @Test
  void writesEveryMonthThatWasEverPublished() {
    assertThat(sample("--from", "2010-04", "--months", "140", "--only", "kh03_beds,mar_provider")).isEqualTo(0);
    assertThat(out.toString().lines()).hasSize(47 - 1 + 93);
  }

  @Test
  void reportsUnknownDatasets() {
    assertThat(sample("--only", "weather")).isEqualTo(ExitCode.COMMAND);
    assertThat(err.toString()).contains("There is no sample of 'weather'.", "kh03_beds");
  }

  @Test
  void reportsInvalidMonths() {
    assertThat(sample("--from", "2016-13")).isEqualTo(ExitCode.COMMAND);
    assertThat(err.toString()).contains("--from '2016-13' is not a month.");
  }

  @Test
  void monthsNeedAStart() {
    assertThat(sample("--months", "3")).isEqualTo(ExitCode.COMMAND);
    assertThat(err.toString()).contains("--from 2016-04 --months 3");
  }

  @Test
  void reportsAFolderThatCannotBeWritten() throws IOException {
    Files.writeString(to.resolve("population"), "a file where a folder should be");
    assertThat(sample("--only", "population")).isEqualTo(ExitCode.DATA);
    assertThat(err.toString()).contains("Cannot write to " + to);
  }

  @Test
  void needsASubcommand() {
    assertThat(Main.run(console(), "sample")).isEqualTo(ExitCode.COMMAND);
    assertThat(err.toString()).contains("The command sample needs hes or published.");
  }

  private int sample(String... words) {
    String[] command = new String[words.length + 4];
    System.arraycopy(new String[] {"sample", "published", "--to", to.toString()}, 0, command, 0, 4);
    System.arraycopy(words, 0, command, 4, words.length);
    return Main.run(console(), command);
  }

  private Console console() {
    return new Console(new PrintStream(out, true), new PrintStream(err, true), false);
  }
}
