package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  void episodesThatAnEarlierCommandTookInAreStillArtificial() throws IOException {
    CommandLineRunner.run("sample", "hes", "--rows", "3000", "--seed", "2", "--to", path("in"));
    CommandLineRunner taken = CommandLineRunner.run("stays", "--from", path("in"), "--to", path("out"), "--only-episodes");
    assertThat(taken.err()).containsOnlyOnce("Artificial data: do not draw conclusions.");
    CommandLineRunner stays = CommandLineRunner.run("stays", "--to", path("out"), "--case-mix");
    assertThat(stays.exit()).as(stays.err()).isEqualTo(ExitCode.DONE);
    assertThat(stays.err()).containsOnlyOnce("Artificial data: do not draw conclusions.");
    for (String table : List.of("case_mix_model", "case_mix_coefficients")) {
      List<String> rows = Files.readAllLines(folder.resolve("out/case_mix/" + table + ".csv"));
      assertThat(rows.subList(1, rows.size())).as(table).isNotEmpty().allMatch(row -> row.endsWith(",artificial"));
    }
  }

  @Test
  void episodesOfPeopleAreStillReal() throws IOException {
    StringBuilder rows = new StringBuilder("FYEAR,EPIKEY,ENCRYPTED_HESID,ADMIDATE,EPISTART,EPIEND,EPIORDER,EPISTAT,PROCODE3,"
        + "ADMIMETH,ADMISORC,DISDEST,DISMETH\n");
    for (int i = 1; i <= 400; i++) {
      rows.append("1617,%d,P%d,2016-05-01,2016-05-01,2016-05-0%d,1,3,RJ%d,21,19,%s\n".formatted(
          i, i, 1 + i % 7, i % 2 + 1, i % 5 == 0 ? "79,4" : "19,1"));
    }
    Files.writeString(folder.resolve("a.csv"), rows);
    CommandLineRunner.run("stays", "--from", path("a.csv"), "--to", path("out"), "--only-episodes");
    CommandLineRunner stays = CommandLineRunner.run("stays", "--to", path("out"), "--case-mix");
    assertThat(stays.exit()).as(stays.err()).isEqualTo(ExitCode.DONE);
    assertThat(stays.err()).doesNotContain("Artificial");
    List<String> model = Files.readAllLines(folder.resolve("out/case_mix/case_mix_model.csv"));
    assertThat(model.subList(1, model.size())).isNotEmpty().allMatch(row -> row.endsWith(",real"));
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
