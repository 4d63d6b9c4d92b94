package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.SparkTestSession;
import uk.footprints.runtime.ExitCode;

/** Checks refreshes of hospital episodes: what is published, what never is, and what is refused. */
@Tag("integration")
class RecordsTest {

  private static final String HEADING =
      "FYEAR,EPIKEY,PSEUDO_HESID,ADMIDATE,EPISTART,EPIEND,EPIORDER,EPISTAT,PROCODE3,ADMIMETH,ADMISORC,DISDEST,DISMETH";
  private static final String GOOD = "1617,%d,P%d,2016-05-01,2016-05-01,2016-05-03,1,3,RJ1,21,19,19,1\n";

  @TempDir Path folder;

  @Test
  void publishesCountsAndNoRecordsAndReportsThem() throws IOException {
    CommandLineRunner.run("sample", "hes", "--rows", "8000", "--seed", "3", "--to", path("in"));
    CommandLineRunner refresh = CommandLineRunner.run("refresh", "--from", path("in"), "--to", path("store"), "--only", "hes_apc");
    assertThat(refresh.exit()).as(refresh.err()).isEqualTo(ExitCode.DONE);
    assertThat(refresh.err()).contains("Artificial records: do not draw conclusions").contains("hes_apc");
    String truth = Files.readString(folder.resolve("in/.truth.json"));
    for (String measure : List.of("emergency_admissions", "emergency_zero_day", "acs_nhsof_2_3_i",
        "acs_nhsof_3a", "acs_urgent_care_sensitive", "readmissions_30_days",
        "emergency_admissions_los_14_plus", "emergency_admissions_under_18", "emergency_bed_days_los_2_plus")) {
      for (String side : List.of("provider", "residence")) {
        double sum = SparkTestSession.local().read().parquet(release("store") + "/observations")
            .where("measure = 'stay." + side + "." + measure + "' and period_kind = 'financial_year'").selectExpr("sum(value)")
            .first().getDouble(0);
        assertThat(truth).contains("\"%s\": %d".formatted(measure, (long) sum));
      }
    }
    assertThat(SparkTestSession.local().read().parquet(release("store") + "/observations")
        .where("value between 1 and 7 and measure like 'stay.%' and measure not like '%expected' and "
            + "measure not like '%bed_days%' and org_code <> 'WITHHELD'").count()).isZero();
    assertThat(SparkTestSession.local().read().parquet(release("store") + "/stay_groups")
        .where("value between 1 and 7 and measure not like '%bed_days%'").count()).isZero();
    for (String never : List.of("episodes", "spells", "continuous_spells")) {
      assertThat(Path.of(release("store"), never)).doesNotExist();
    }
    assertThat(folder.resolve("store/records")).doesNotExist();
    assertThat(files("store/archive")).isEmpty();

    CommandLineRunner report = CommandLineRunner.run("report", "stays", "--at", path("store"), "--geography", "country");
    assertThat(report.exit()).isEqualTo(ExitCode.DONE);
    assertThat(report.out()).contains("no_overnight_growth").contains(",79").contains("artificial")
        .doesNotContain(",real,");
    assertThat(report.lines()).hasSize(1 + 2 * 11);
  }

  @Test
  void recordsAreInAReleaseOnlyWithTheOption() throws IOException {
    CommandLineRunner.run("sample", "hes", "--rows", "3000", "--seed", "3", "--spoilt", "0", "--to", path("in"));
    CommandLineRunner refresh = CommandLineRunner.run(
        "refresh", "--from", path("in"), "--to", path("store"), "--with-records", "--threshold", "1");
    assertThat(refresh.exit()).as(refresh.err()).isEqualTo(ExitCode.DONE);
    CommandLineRunner count = CommandLineRunner.run("query", "select count(*), count(distinct fyear), min(epistart) < date'2014-01-01' "
        + "from episodes", "--at", path("store"));
    assertThat(count.lines().get(1)).isEqualTo("3000,2,true");
    assertThat(CommandLineRunner.run("query", "select sum(episodes_count) from spells", "--at", path("store")).lines().get(1))
        .isEqualTo("3000");
    assertThat(CommandLineRunner.run("verify", "--at", path("store")).exit()).isEqualTo(ExitCode.DONE);
  }

  /** Tenth n has 20 + n admissions of people who live in one area, the last has 5; 30 say nothing of deprivation. */
  @Test
  void deprivationIsCountedIfRecordsHaveIt() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    StringBuilder text = new StringBuilder(HEADING + ",CCG_RESIDENCE,IMD04_DECILE\n");
    int person = 0;
    for (int tenth = 0; tenth <= 10; tenth++) {
      for (int i = 0; i < admissions(tenth); i++) {
        String words = tenth == 0 ? "" : tenth == 1 ? "Most deprived 10%" : String.valueOf(tenth);
        text.append(GOOD.formatted(++person, person).strip()).append(",00L,").append(words).append('\n');
      }
    }
    Files.writeString(folder.resolve("in/a.csv"), text);
    CommandLineRunner refresh = CommandLineRunner.run("refresh", "--from", path("in"), "--to", path("store"));
    assertThat(refresh.exit()).as(refresh.err()).isEqualTo(ExitCode.DONE);
    List<String> counts = texts("stay_groups", "concat_ws(',', deprivation_tenth, status, cast(value as int))",
        "org_code = '00L' and breakdown = 'deprivation' and measure = 'stay.residence.emergency_admissions'");
    assertThat(counts).hasSize(11).contains("10,suppressed");
    // A single suppressed month could be derived from the year's total.
    assertThat(counts.stream().filter(c -> c.endsWith(",suppressed")).count()).isGreaterThan(1);
    for (String count : counts) {
      String[] words = count.split(",");
      int tenth = words[0].equals("unknown") ? 0 : Integer.parseInt(words[0]);
      if (words[1].equals("reported")) {
        assertThat(Integer.parseInt(words[2])).as(count).isEqualTo(admissions(tenth));
      }
    }
    assertThat(texts("findings", "message", "kind = 'column_missing'"))
        .noneMatch(message -> message.contains("deprivation"));
  }

  private static int admissions(int tenth) {
    return tenth == 0 ? 30 : tenth == 10 ? 5 : 20 + tenth;
  }

  @Test
  void badFilesAreReportedAndOthersPublished() throws IOException {
    Files.createDirectories(folder.resolve("in/old"));
    Files.writeString(folder.resolve("in/no-end.csv"), HEADING.replace("EPIEND,", "") + "\n");
    Files.writeString(folder.resolve("in/semicolons.txt"), HEADING.replace(',', ';') + "\n");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("in/a")))) {
      out.write((HEADING + "\n" + rows(1, 40)).getBytes(StandardCharsets.UTF_8));
    }
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve("in/old/a")))) {
      out.putNextEntry(new ZipEntry("b.csv"));
      out.write((HEADING.replace(',', '|') + "|MINE\n" + rows(41, 60).replace(",", "|").replace("\n", "|x\n"))
          .getBytes(StandardCharsets.UTF_8));
    }
    CommandLineRunner refresh = CommandLineRunner.run("refresh", "--from", path("in"), "--to", path("store"));
    assertThat(refresh.exit()).as(refresh.err()).isEqualTo(ExitCode.HELD);
    assertThat(refresh.err())
        .contains("no-end.csv, row 1: column EPIEND is missing; it is needed for spells")
        .contains("semicolons.txt, row 1: no HES field was found between commas, pipes or tabs")
        .doesNotContain("Exception");
    assertThat(texts("source_files", "concat_ws(',', file, rows_read, rows_observed, rows_rejected)", "state = 'read'"))
        .containsExactlyInAnyOrder("a,41,40,0", "old/a,21,20,0");
    assertThat(texts("findings", "message", "kind = 'column_not_known'")).singleElement().asString().contains("MINE");
    assertThat(texts("findings", "message", "kind = 'column_missing'"))
        .anyMatch(message -> message.contains("column SEX is missing; it is needed for measures by sex"))
        .anyMatch(message -> message.contains("IMD04_DECILE") && message.contains("measures by deprivation"));
  }

  /** Extracts of two years, and two of the same year with a row in both, next to a text that is none. */
  @Test
  void extractsOfOneArchiveArePublishedTogether() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    String next = rows(101, 140).replace("1617,", "1718,").replace("2016-", "2017-");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve("in/hes.zip")))) {
      for (List<String> entry : List.of(List.of("2016/a.csv", HEADING + "\n" + rows(1, 40)),
          List.of("2016/b.csv", HEADING + "\n" + rows(40, 60)), List.of("2017.txt", HEADING + "\n" + next),
          List.of("readme.txt", "Extracts of three months\n"))) {
        out.putNextEntry(new ZipEntry(entry.get(0)));
        out.write(entry.get(1).getBytes(StandardCharsets.UTF_8));
      }
    }
    CommandLineRunner refresh = CommandLineRunner.run("refresh", "--from", path("in"), "--to", path("store"));
    assertThat(refresh.exit()).as(refresh.err()).isEqualTo(ExitCode.DONE);
    assertThat(texts("source_files", "concat_ws(',', file, rows_read, rows_observed, rows_rejected)", "state = 'read'"))
        .containsExactly("hes.zip,104,100,1");
    assertThat(texts("observations", "concat_ws(',', period_start, cast(value as int))",
        "measure = 'stay.provider.emergency_admissions' and period_kind = 'month' and org_code = 'RJ1'"))
        .containsExactlyInAnyOrder("2016-05-01,60", "2017-05-01,40");
  }

  @Test
  void tooManyRejectsHoldTheReleaseUntilItIsApproved() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(folder.resolve("in/a.csv"), HEADING + "\n" + rows(1, 30));
    assertThat(CommandLineRunner.run("refresh", "--from", path("in"), "--to", path("store")).exit()).isEqualTo(ExitCode.DONE);
    String before = release("store");
    Files.writeString(folder.resolve("in/b.csv"), HEADING + "\n" + rows(31, 60) + "rubbish\n".repeat(20));
    CommandLineRunner held = CommandLineRunner.run("refresh", "--from", path("in"), "--to", path("store"));
    assertThat(held.exit()).isEqualTo(ExitCode.HELD);
    assertThat(held.err()).contains("b.csv: 20 of 50 rows were set aside, more than 20%").contains("readers still see")
        .contains("footprints release approve").doesNotContain("Exception");
    assertThat(release("store")).isEqualTo(before);
    assertThat(folder.resolve("store/records")).doesNotExist();
    String id = held.err().replaceAll("(?s).*release approve (\\S+) .*", "$1");
    CommandLineRunner approved = CommandLineRunner.run("release", "approve", id, "--at", path("store"));
    assertThat(approved.exit()).as(approved.err()).isEqualTo(ExitCode.DONE);
    assertThat(release("store")).endsWith(id);
    assertThat(texts("findings", "concat_ws(',', severity, row)", "kind in ('too_many_rejects', 'rows_rejected')"))
        .containsExactlyInAnyOrder("hold", "reject,32");
    CommandLineRunner more = CommandLineRunner.run("refresh", "--from", path("in"), "--to", path("store2"), "--most-rejects", "0.5");
    assertThat(more.exit()).as(more.err()).isEqualTo(ExitCode.DONE);
    assertThat(CommandLineRunner.run("refresh", "--from", path("in"), "--to", path("store"), "--threshold", "0").exit())
        .isEqualTo(ExitCode.COMMAND);
  }

  @Test
  void filesWithoutAValidRowPublishNothing() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(folder.resolve("in/a.csv"), HEADING + "\n" + "rubbish\n".repeat(20));
    CommandLineRunner held = CommandLineRunner.run("refresh", "--from", path("in"), "--to", path("store"));
    assertThat(held.exit()).isEqualTo(ExitCode.HELD);
    assertThat(held.err()).contains("no row of the records can be used: a.csv: 20 of 20 rows")
        .contains("the first is row 2").doesNotContain("Exception");
    assertThat(folder.resolve("store/CURRENT")).doesNotExist();
  }

  /** One column of a table of the release, as text. */
  private List<String> texts(String table, String expression, String where) throws IOException {
    return SparkTestSession.local().read().parquet(release("store") + "/" + table).where(where).selectExpr(expression)
        .as(org.apache.spark.sql.Encoders.STRING()).collectAsList();
  }

  private static String rows(int from, int to) {
    StringBuilder rows = new StringBuilder();
    for (int i = from; i <= to; i++) {
      rows.append(GOOD.formatted(i, i));
    }
    return rows.toString();
  }

  private String release(String store) throws IOException {
    return folder.resolve(store).resolve("releases")
        .resolve(Files.readString(folder.resolve(store).resolve("CURRENT")).strip()).toString();
  }

  private List<Path> files(String name) throws IOException {
    if (!Files.exists(folder.resolve(name))) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder.resolve(name))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }
}
