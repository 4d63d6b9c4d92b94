package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.runtime.ExitCode;

/** A dataset, an indicator, a target and a correction of an analyst's own, from folders and without a build. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("integration")
class OwnDeclarationsTest {

  private static final String DATASET =
      """
      id: clinics
      title: Clinics
      publisher: A council
      cadence: {published: monthly, months_after: 1, page: its site}
      by_hand: It comes by letter.
      caveats: [Made up.]
      rows:
        period: {kind: month, from: [columns], pattern: '(.+)'}
        organisations:
          - is: provider
      measures:
        - {id: clinics.visits, quantity: Visits, unit: visits, heading: Visits, definition: Visits in the month.}
        - {id: clinics.late, quantity: Late visits, unit: visits, heading: Late, definition: Late visits in the month.}
      layouts:
        - name: from 2016
          columns:
            - {role: period, heading: Month}
            - {role: org_code, heading: Code}
            - {role: org_name, heading: Name}
            - measures: [clinics.visits, clinics.late]
      """;
  private static final String INDICATOR =
      """
      id: late_visits
      title: Late visits
      definition: Late visits as a share of visits.
      unit: '%'
      dataset: clinics
      numerator: clinics.late
      denominator: clinics.visits
      weight: clinics.visits
      direction: lower_is_better
      caveats: [Made up.]
      reviewed: 2026-11-30
      source: made up
      targets:
        - {id: late_20, title: At most a fifth late, direction: at_most, amount: 20, source: made up}
      """;
  private static final String TARGETS =
      "target,title,indicator,quantity,geography,area,direction,kind,amount,base_year,due,source\n"
          + "late_5,At most one in twenty late,late_visits,value,*,*,at_most,level,5,,,made up\n";
  private static final String CORRECTIONS =
      "dataset,measure,org_code,org_role,period_start,published,corrected,reason,reported_on,source\n"
          + "clinics,clinics.late,R1K,provider,2016-05-01,500,50,A digit too many.,,made up\n";

  @TempDir static Path folder;
  private String store;

  @BeforeAll
  void refresh() throws IOException {
    write("in/clinics.csv", """
        Month,Code,Name,Visits,Late
        April 2016,R1K,London North West,1000,100
        April 2016,RYJ,Imperial College,3000,300
        May 2016,R1K,London North West,1000,500
        May 2016,RYJ,Imperial College,3000,350
        """);
    write("datasets/clinics.yaml", DATASET);
    write("indicators/late.yaml", INDICATOR);
    write("targets.csv", TARGETS);
    write("corrections.csv", CORRECTIONS);
    store = folder.resolve("store").toString();
    CommandLineRunner refresh =
        CommandLineRunner.run(
            "refresh", "--from", path("in"), "--to", store, "--datasets", path("datasets"), "--indicators",
            path("indicators"), "--targets", path("targets.csv"), "--corrections", path("corrections.csv"));
    assertThat(refresh.exit()).as(refresh.err()).isZero();
  }

  private static void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private static String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void theIndicatorIsInTheReleaseAndItsReports() {
    CommandLineRunner report =
        CommandLineRunner.run(
            "report", "indicators", "--indicator", "late_visits", "--geography", "country", "--at", store);
    assertThat(report.exit()).as(report.err()).isZero();
    assertThat(report.out()).contains("late_visits,country,E92000001,England,2016-05-01").contains(",400,4000,10,100,");
    CommandLineRunner described = CommandLineRunner.run("describe", "late_visits", "--at", store);
    assertThat(described.out()).contains("late_visits: Late visits");
    assertThat(CommandLineRunner.run("describe", "late_visits").exit()).isEqualTo(ExitCode.COMMAND);
  }

  @Test
  void targetsOfTheFileAndOfTheTableAreJudged() {
    CommandLineRunner plans = CommandLineRunner.run("report", "plans", "--geography", "country", "--at", store);
    assertThat(plans.exit()).as(plans.err()).isZero();
    assertThat(plans.lines().stream().filter(line -> line.startsWith("late_5,")))
        .singleElement().asString().contains("false");
    assertThat(plans.lines().stream().filter(line -> line.startsWith("late_20,")))
        .singleElement().asString().contains("true");
  }

  @Test
  void anIndicatorIsCheckedWithTheDatasetThatItNames() {
    CommandLineRunner check =
        CommandLineRunner.run("indicator", "check", path("indicators/late.yaml"), "--datasets", path("datasets"));
    assertThat(check.exit()).as(check.err()).isZero();
    assertThat(check.out())
        .contains("late_visits: Late visits. The declaration is right.", "numerator    clinics.late");
    CommandLineRunner without = CommandLineRunner.run("indicator", "check", path("indicators/late.yaml"));
    assertThat(without.exit()).isEqualTo(2);
    assertThat(without.err()).contains("late.yaml line 5: there is no dataset \"clinics\".");
  }

  @Test
  void aWrongTargetOrCorrectionIsRefusedBeforeAnythingIsRead() throws IOException {
    write("wrong.csv", TARGETS.replace("late_visits", "late_visit"));
    assertRefused("--targets", path("wrong.csv"), "target late_5: there is no indicator \"late_visit\".");
    write("wrong.csv", TARGETS.replace("level,5", "level,five"));
    assertRefused("--targets", path("wrong.csv"), "wrong.csv, row 2: amount \"five\" is not a number.");
    write("wrong.csv", TARGETS.replace(",amount", ",sum"));
    assertRefused("--targets", path("wrong.csv"), "wrong.csv, row 2: there is no value in the column amount.");
    write("wrong.csv", CORRECTIONS.replace(",500,", ",many,"));
    assertRefused("--corrections", path("wrong.csv"), "wrong.csv");
    assertRefused("--targets", path("nowhere.csv"), "There is no file");
    assertRefused("--indicators", path("nowhere"), "There is no folder");
  }

  private void assertRefused(String option, String file, String message) {
    List<String> words = new ArrayList<>(List.of("refresh", "--from", path("in"), "--to", path("other")));
    words.addAll(List.of("--datasets", path("datasets"), option, file));
    if (!option.equals("--indicators")) {
      words.addAll(List.of("--indicators", path("indicators")));
    }
    CommandLineRunner refresh = CommandLineRunner.run(words.toArray(String[]::new));
    assertThat(refresh.exit()).as(refresh.err()).isEqualTo(2);
    assertThat(refresh.err()).contains(message);
    assertThat(folder.resolve("other")).doesNotExist();
  }

  @Test
  void aDraftOfThePublishedFileReadsIt() throws IOException {
    CommandLineRunner draft =
        CommandLineRunner.run("dataset", "new", "--from", path("in/clinics.csv"), "--id", "drafted");
    assertThat(draft.exit()).as(draft.err()).isZero();
    write("drafted.yaml", draft.out());
    CommandLineRunner check =
        CommandLineRunner.run("dataset", "check", path("drafted.yaml"), "--on", path("in/clinics.csv"));
    assertThat(check.exit()).as(check.err()).isZero();
    assertThat(check.out()).contains("4 of organisations");
    assertThat(CommandLineRunner.run("dataset", "new", "--from", path("targets.csv")).exit()).isNotEqualTo(3);
    assertThat(CommandLineRunner.run("dataset", "new", "--from", path("nowhere.csv")).exit()).isEqualTo(2);
    assertThat(CommandLineRunner.run("dataset", "new", "--from", path("in/clinics.csv"), "--id", "A B").exit())
        .isEqualTo(ExitCode.COMMAND);
  }

  /** Two declarations of one layout: the file is read by neither, and both are named, with what to do. */
  @Test
  void aFileThatFitsTwoDeclarationsNamesBoth() throws IOException {
    write("two/clinics.yaml", DATASET);
    write("two/surgeries.yaml", DATASET.replace("clinics", "surgeries"));
    String other = path("store-of-two");
    CommandLineRunner refresh =
        CommandLineRunner.run("refresh", "--from", path("in"), "--to", other, "--datasets", path("two"));
    assertThat(refresh.out() + refresh.err()).contains("clinics.csv", "it has the layout of clinics and of surgeries");
    assertThat(refresh.exit()).isEqualTo(ExitCode.HELD);
    assertThat(folder.resolve("store-of-two/CURRENT")).doesNotExist();
  }
}
