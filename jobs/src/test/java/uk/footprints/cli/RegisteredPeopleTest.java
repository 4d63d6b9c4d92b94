package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;

/** A release of which rates are over patients on lists of practices, and reports on it over one or the other people. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("integration")
class RegisteredPeopleTest {

  @TempDir static Path folder;
  private String store;

  @BeforeAll
  void refresh() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(in.resolve("gp-reg-pat-prac-sing-age-regions.csv"), lists());
    for (String dataset : List.of("population", "lookups", "mar_commissioner")) {
      try (Stream<Path> files = Files.walk(Path.of("data/sample", dataset))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, in.resolve(file.getFileName().toString()));
        }
      }
    }
    store = folder.resolve("store").toString();
    CommandLineRunner refresh =
        CommandLineRunner.run("refresh", "--from", in.toString(), "--to", store, "--people", "registered");
    assertThat(refresh.exit()).as(refresh.out() + refresh.err()).isIn(0, 4);
  }

  /** One group with 96,000 men and boys, and as many women and girls, on lists of June 2018. */
  private static String lists() {
    StringBuilder text =
        new StringBuilder(
            "PUBLICATION,EXTRACT_DATE,ORG_TYPE,ORG_CODE,ONS_CODE,SEX,AGE,NUMBER_OF_PATIENTS\n");
    for (String sex : List.of("FEMALE", "MALE")) {
      text.append("GP_PRAC_PAT_LIST,01JUN2018,CCG,08E,E38000074,%s,ALL,96000%n".formatted(sex));
      for (int age = 0; age < 96; age++) {
        text.append(
            "GP_PRAC_PAT_LIST,01JUN2018,CCG,08E,E38000074,%s,%s,1000%n".formatted(sex, age < 95 ? age : "95+"));
      }
    }
    return text.toString();
  }

  private List<String> report(String... options) {
    List<String> words = new ArrayList<>(List.of("report", "indicators", "--indicator", "non_elective_per_1000"));
    words.addAll(List.of("--geography", "country", "--period", "2018/19", "--at", store));
    words.addAll(List.of(options));
    CommandLineRunner report = CommandLineRunner.run(words.toArray(String[]::new));
    assertThat(report.exit()).as(report.err()).isZero();
    return report.lines();
  }

  @Test
  void ratesOfTheReleaseAreOverPatientsOnLists() {
    CommandLineRunner query =
        CommandLineRunner.run(
            "query",
            "select count(*) n, sum(cast(reason like '%patients on GP lists of%' as int)) lists from indicators"
                + " where indicator = 'non_elective_per_1000' and geography = 'country' and value is not null",
            "--at", store, "--format", "json");
    assertThat(query.exit()).as(query.err()).isZero();
    assertThat(query.out()).matches("(?s)\\{\"n\":([1-9]\\d*),\"lists\":\\1}\\s*");
  }

  @Test
  void aReportTakesThePeopleThatItIsAskedFor() {
    assertThat(report("--people", "registered"))
        .anyMatch(line -> line.contains(",192000,") && line.contains("patients on GP lists of 2018-06-01"));
    assertThat(report("--people", "residents")).noneMatch(line -> line.contains("patients on GP lists of"));
  }
}
