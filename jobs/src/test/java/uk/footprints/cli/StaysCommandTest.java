package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.runtime.ExitCode;

@Tag("integration")
class StaysCommandTest {

  @TempDir Path folder;

  @Test
  void buildsCountsFromASample() throws IOException {
    CommandLineRunner sample = CommandLineRunner.run("sample", "hes", "--rows", "5000", "--seed", "2", "--to", path("in"));
    assertThat(sample.exit()).isEqualTo(ExitCode.DONE);
    CommandLineRunner stays = CommandLineRunner.run("stays", "--from", path("in"), "--to", path("out"));
    assertThat(stays.exit()).isEqualTo(ExitCode.DONE);
    assertThat(stays.err()).contains("Artificial data: do not draw conclusions.")
        .contains("5,000 rows read = ");
    String truth = Files.readString(folder.resolve("in/.truth.json"));
    for (String line : stays.lines()) {
      String[] cells = line.split(",");
      assertThat(truth).contains("\"%s\": %s".formatted(cells[0], cells[1]));
    }
    assertThat(stays.lines()).hasSize(30);
  }

  @Test
  void holdsAnIngestThatIsMostlyBroken() {
    CommandLineRunner.run("sample", "hes", "--rows", "3000", "--seed", "2", "--spoilt", "0.4", "--to", path("in"));
    CommandLineRunner stays = CommandLineRunner.run("stays", "--from", path("in"), "--to", path("out"));
    assertThat(stays.exit()).isEqualTo(ExitCode.HELD);
    assertThat(stays.err()).contains("Held: artificial_hes_apc_1314.csv: ").contains("more than 20%");
    assertThat(folder.resolve("out/episodes")).doesNotExist();
    assertThat(folder.resolve("out/rejects")).exists();
  }

  @Test
  void reportsProblemsInOneSentence() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "FYEAR,EPIKEY\n");
    CommandLineRunner stays = CommandLineRunner.run("stays", "--from", path("a.csv"), "--to", path("out"));
    assertThat(stays.exit()).isEqualTo(ExitCode.DATA);
    assertThat(stays.err()).contains("a.csv, row 1: column EPIEND is missing").doesNotContain("Exception");
    assertThat(CommandLineRunner.run("stays", "--to", path("empty")).exit()).isEqualTo(ExitCode.DATA);
    assertThat(CommandLineRunner.run("stays", "--to", path("out"), "--gap-days", "-1").exit()).isEqualTo(ExitCode.COMMAND);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }
}
