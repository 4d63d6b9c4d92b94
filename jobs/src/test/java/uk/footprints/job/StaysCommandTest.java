package uk.footprints.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.Command;
import uk.footprints.run.Exit;

class StaysCommandTest {

  @TempDir Path folder;

  @Test
  void goesFromASampleToCounts() throws IOException {
    Command sample = Command.run("sample", "hes", "--rows", "5000", "--seed", "2", "--to", path("in"));
    assertThat(sample.exit()).isEqualTo(Exit.DONE);
    Command stays = Command.run("stays", "--from", path("in"), "--to", path("out"));
    assertThat(stays.exit()).isEqualTo(Exit.DONE);
    assertThat(stays.err()).contains("Artificial records: nothing can be concluded from them.")
        .contains("5,000 rows read = ");
    String truth = Files.readString(folder.resolve("in/.truth.json"));
    for (String line : stays.lines()) {
      String[] cells = line.split(",");
      assertThat(truth).contains("\"%s\": %s".formatted(cells[0], cells[1]));
    }
    assertThat(stays.lines()).hasSize(28);
  }

  @Test
  void holdsWhatIsMostlyBroken() {
    Command.run("sample", "hes", "--rows", "3000", "--seed", "2", "--spoilt", "0.4", "--to", path("in"));
    Command stays = Command.run("stays", "--from", path("in"), "--to", path("out"));
    assertThat(stays.exit()).isEqualTo(Exit.HELD);
    assertThat(stays.err()).contains("Held: artificial_hes_apc_1314.csv: ").contains("more than 20%");
    assertThat(folder.resolve("out/episodes")).doesNotExist();
    assertThat(folder.resolve("out/rejects")).exists();
  }

  @Test
  void saysWhatIsWrongInOneSentence() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "FYEAR,EPIKEY\n");
    Command stays = Command.run("stays", "--from", path("a.csv"), "--to", path("out"));
    assertThat(stays.exit()).isEqualTo(Exit.DATA);
    assertThat(stays.err()).contains("a.csv, row 1: column EPIEND is missing").doesNotContain("Exception");
    assertThat(Command.run("stays", "--to", path("empty")).exit()).isEqualTo(Exit.DATA);
    assertThat(Command.run("stays", "--to", path("out"), "--gap-days", "-1").exit()).isEqualTo(Exit.COMMAND);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }
}
