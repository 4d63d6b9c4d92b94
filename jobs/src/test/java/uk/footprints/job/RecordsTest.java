package uk.footprints.job;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.Command;
import uk.footprints.Sparks;
import uk.footprints.run.Exit;

/** Records of hospital episodes through the real command: what is published, what never is, and what is refused. */
class RecordsTest {

  private static final String HEADING =
      "FYEAR,EPIKEY,PSEUDO_HESID,ADMIDATE,EPISTART,EPIEND,EPIORDER,EPISTAT,PROCODE3,ADMIMETH,ADMISORC,DISDEST,DISMETH";
  private static final String GOOD = "1617,%d,P%d,2016-05-01,2016-05-01,2016-05-03,1,3,RJ1,21,19,19,1\n";

  @TempDir Path folder;

  @Test
  void publishesCountsAndNoRecordsAndReportsThem() throws IOException {
    Command.run("sample", "hes", "--rows", "20000", "--seed", "3", "--to", path("in"));
    Command refresh = Command.run("refresh", "--from", path("in"), "--to", path("store"), "--only", "hes_apc");
    assertThat(refresh.exit()).as(refresh.err()).isEqualTo(Exit.DONE);
    assertThat(refresh.err()).contains("Artificial records: nothing can be concluded").contains("hes_apc");
    String truth = Files.readString(folder.resolve("in/.truth.json"));
    for (String measure : List.of("emergency_admissions", "emergency_zero_day", "acs_nineteen", "readmissions_30_days",
        "emergency_admissions_los_14_plus", "emergency_admissions_under_18", "emergency_bed_days_los_2_plus")) {
      for (String side : List.of("provider", "residence")) {
        double sum = Sparks.local().read().parquet(release("store") + "/observations")
            .where("measure = 'stay." + side + "." + measure + "' and period_kind = 'financial_year'").selectExpr("sum(value)")
            .first().getDouble(0);
        assertThat(truth).contains("\"%s\": %d".formatted(measure, (long) sum));
      }
    }
    assertThat(Sparks.local().read().parquet(release("store") + "/observations")
        .where("value between 1 and 7 and measure like 'stay.%' and measure not like '%expected' and "
            + "measure not like '%bed_days%' and org_code <> 'WITHHELD'").count()).isZero();
    assertThat(Sparks.local().read().parquet(release("store") + "/stay_groups")
        .where("value between 1 and 7 and measure not like '%bed_days%'").count()).isZero();
    for (String never : List.of("episodes", "spells", "continuous_spells")) {
      assertThat(Path.of(release("store"), never)).doesNotExist();
    }
    assertThat(folder.resolve("store/records")).doesNotExist();
    assertThat(files("store/archive")).isEmpty();

    Command report = Command.run("report", "stays", "--at", path("store"), "--geography", "country");
    assertThat(report.exit()).isEqualTo(Exit.DONE);
    assertThat(report.out()).contains("no_overnight_growth").contains(",79").contains("artificial")
        .doesNotContain(",real,");
    assertThat(report.lines()).hasSize(1 + 2 * 11);
  }

  @Test
  void recordsArePartOfAReleaseOnlyWhenAskedFor() throws IOException {
    Command.run("sample", "hes", "--rows", "3000", "--seed", "3", "--spoilt", "0", "--to", path("in"));
    Command refresh = Command.run(
        "refresh", "--from", path("in"), "--to", path("store"), "--with-records", "--threshold", "1");
    assertThat(refresh.exit()).as(refresh.err()).isEqualTo(Exit.DONE);
    Command count = Command.run("query", "select count(*), count(distinct fyear), min(epistart) < date'2014-01-01' "
        + "from episodes", "--at", path("store"));
    assertThat(count.lines().get(1)).isEqualTo("3000,2,true");
    assertThat(Command.run("query", "select sum(episodes_count) from spells", "--at", path("store")).lines().get(1))
        .isEqualTo("3000");
    assertThat(Command.run("verify", "--at", path("store")).exit()).isEqualTo(Exit.DONE);
  }

  @Test
  void badFilesAreNamedAndTheRestGoesOn() throws IOException {
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
    Command refresh = Command.run("refresh", "--from", path("in"), "--to", path("store"));
    assertThat(refresh.exit()).as(refresh.err()).isEqualTo(Exit.HELD);
    assertThat(refresh.err())
        .contains("no-end.csv, row 1: column EPIEND is missing; without it there is no computing spells")
        .contains("semicolons.txt, row 1: no field of HES is found between commas, pipes or tabs")
        .doesNotContain("Exception");
    List<String> accounts = Command.run("query", "select file, rows_read, rows_observed, rows_rejected from releases "
        + "where state = 'read' order by file", "--at", path("store")).lines();
    assertThat(accounts.subList(1, 3)).containsExactly("a,41,40,0", "old/a,21,20,0");
    assertThat(Command.run("query", "select message from findings where kind = 'column_not_known'", "--at",
        path("store")).out()).contains("MINE");
    assertThat(Command.run("query", "select message from findings where kind = 'column_missing'", "--at",
        path("store")).out()).contains("column SEX is missing: there is no computing measures by sex");
  }

  @Test
  void tooMuchRubbishHoldsTheReleaseAndTheOneBeforeStays() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(folder.resolve("in/a.csv"), HEADING + "\n" + rows(1, 30));
    assertThat(Command.run("refresh", "--from", path("in"), "--to", path("store")).exit()).isEqualTo(Exit.DONE);
    String before = release("store");
    Files.writeString(folder.resolve("in/b.csv"), HEADING + "\n" + rows(31, 60) + "rubbish\n".repeat(20));
    Command held = Command.run("refresh", "--from", path("in"), "--to", path("store"));
    assertThat(held.exit()).isEqualTo(Exit.HELD);
    assertThat(held.err()).contains("b.csv: 20 of 50 rows would be set aside, more than 20%")
        .contains("the first is row 32").doesNotContain("Exception");
    assertThat(release("store")).isEqualTo(before);
    assertThat(folder.resolve("store/records")).doesNotExist();
    Command more = Command.run("refresh", "--from", path("in"), "--to", path("store"), "--most-rejects", "0.5");
    assertThat(more.exit()).as(more.err()).isEqualTo(Exit.DONE);
    assertThat(Command.run("refresh", "--from", path("in"), "--to", path("store"), "--threshold", "0").exit())
        .isEqualTo(Exit.COMMAND);
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
