package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.runtime.ExitCode;
import uk.footprints.storage.Store;
import uk.footprints.workbook.AccessibilityChecklist;

/** Checks {@code refresh} on the sample: a golden release, and broken input. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("integration")
class RefreshCommandTest {

  private static final String SAMPLE = "data/sample";

  private static final Path FIXTURE =
      Path.of("jobs/src/test/resources/fixtures/ae_attendances/from_august_2020_with_booked_appointments.csv");

  @TempDir static Path folder;
  private String store;
  private CommandLineRunner made;

  @BeforeAll
  void refreshSample() {
    store = folder.resolve("store").toString();
    made = CommandLineRunner.run("refresh", "--from", SAMPLE, "--to", store);
  }

  private List<String> ask(String sql) {
    CommandLineRunner asked = CommandLineRunner.run("query", sql, "--at", store);
    assertThat(asked.exit()).as(asked.err()).isZero();
    return asked.lines();
  }

  @Test
  void theWholeSampleIsRead() {
    assertThat(made.exit()).as(made.err()).isZero();
    assertThat(made.err()).contains("Published release").contains("footprints 0.1.0, Spark 4.2.0");
    assertThat(ask("select count(*), count_if(state in ('read', 'boundary')) from source_files").get(1))
        .matches("(\\d+),\\1");
    assertThat(ask("select count(*) from boundaries").get(1)).isEqualTo(String.valueOf(44 + 42 + 36));
    assertThat(ask("select count(*) > 1000 from stays where records = 'artificial'").get(1)).isEqualTo("true");
  }

  /** A workbook of delayed transfers of care has sheets of two datasets, so both are counted together. */
  @Test
  void everyRowIsAccountedFor() {
    assertThat(
            ask(
                """
                select file from source_files
                where rows_read <> rows_observed + rows_titles + rows_notes + rows_totals + rows_rejected + rows_not_read
                   or figures_kept <> cells - cells_rejected
                """))
        .hasSize(1);
    assertThat(
            ask(
                """
                select r.dataset, r.figures - coalesce(o.n, 0) as difference
                from (select if(dataset = 'dtoc_england', 'dtoc', dataset) dataset,
                        sum(figures_kept - figures_superseded) figures from source_files
                      where dataset <> 'population' group by 1) r
                join (select if(dataset = 'dtoc_england', 'dtoc', dataset) dataset, count(*) n
                      from (select dataset from observations union all select 'hes_apc' from stay_groups) group by 1) o
                  on r.dataset = o.dataset
                where r.figures <> coalesce(o.n, 0)
                """))
        .hasSize(1);
    assertThat(
            ask(
                """
                select o.source_sha256 from
                  (select source_sha256, count(distinct source_sheet, source_row) n from vintages group by 1) o
                  join source_files r on r.sha256 = o.source_sha256 where o.n <> r.rows_observed and r.dataset <> 'hes_apc'
                """))
        .hasSize(1);
  }

  @Test
  void keysAreUnique() {
    assertThat(
            ask(
                """
                select 1 from observations
                group by dataset, measure, org_code, org_role, period_start, period_end having count(*) > 1
                """))
        .hasSize(1);
  }

  /** Golden: rewritten with -Dgolden.update. */
  @Test
  void tablesMatchTheGoldenFiles() throws IOException {
    List<String> now =
        ask(
            """
            select indicator, geography, area_code, period_start, period_kind, round(numerator, 3) numerator,
              round(value, 6) value, round(lower_95, 6) lower_95, round(upper_998, 6) upper_998, rank, areas_ranked,
              round(completeness, 4) completeness, status
            from indicators
            where geography in ('stp_2016', 'country') and period_kind = 'financial_year' and basis = 'as_was'
            order by 1, 2, 3, 4
            """);
    Path golden = Path.of("jobs/src/test/resources/golden/indicators.csv");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden.getParent());
      Files.write(golden, now);
    }
    assertThat(golden).as("write it with -Dgolden.update=true").exists();
    assertThat(now).isEqualTo(Files.readAllLines(golden));
  }

  @Test
  void aMissingReturnIsFlaggedAndNotRanked() {
    List<String> row =
        ask(
            """
            select status, rank is null, completeness < 0.98, reason like '%11M%' from indicators
            where indicator = 'non_elective_per_1000' and geography = 'stp_2016' and area_code = 'E54000043'
              and period_start = '2016-04-01' and period_kind = 'financial_year' and basis = 'as_was'
            """);
    assertThat(row).containsExactly(row.get(0), "incomplete,true,true,true");
  }

  /**
   * A trust that opened in the year has the average of beds over its own days, so such averages do not add up; nor does
   * the growth of trusts and groups, because those that merged have no year before. England's standardised rate leaves
   * out what is in no footprint of the time, so that observed and expected are of the same people; some of that is in a
   * group.
   */
  @Test
  void partsAddUpToTheCountry() {
    assertThat(
            ask(
                """
                select a.indicator, a.geography, a.period_start from
                  (select indicator, geography, basis, period_start, period_end, sum(numerator) n from indicators
                   where geography <> 'country' and not (geography = 'trust' and indicator = 'ga_bed_occupancy')
                     and not (geography in ('trust', 'ccg') and indicator like '%contribution%')
                     and not (indicator = 'non_elective_age_standardised' and (status = 'unassigned' or geography = 'ccg'))
                   group by 1, 2, 3, 4, 5) a
                  join indicators c on c.geography = 'country' and c.indicator = a.indicator and c.basis = a.basis
                    and c.period_start = a.period_start and c.period_end = a.period_end
                where abs(a.n - c.numerator) > 1e-6 * abs(c.numerator) + 1e-6
                """))
        .hasSize(1);
  }

  @Test
  void theCountryIsEqualOnBothBases() {
    assertThat(ask("select basis, count(*) > 0 from indicators group by 1 order by 1"))
        .containsExactly("basis,(count(1) > 0)", "as_now,true", "as_was,true");
    assertThat(
            ask(
                """
                select indicator, period_start from indicators where geography = 'country'
                group by indicator, period_start, period_end
                having count(*) <> 2 or max(numerator) <> min(numerator) or max(denominator) <> min(denominator)
                """))
        .hasSize(1);
  }

  @Test
  void ranksAreWithinOneBasis() {
    assertThat(
            ask(
                """
                select indicator, geography, basis, period_start from indicators where rank is not null
                group by indicator, geography, basis, period_start, period_end
                having min(rank) <> 1 or max(rank) > count(*) or max(areas_ranked) <> count(*)
                """))
        .hasSize(1);
  }

  @Test
  void unchangedInputGivesNoNewRelease() throws IOException {
    String before = Files.readString(Path.of(store, "CURRENT"));
    CommandLineRunner again = CommandLineRunner.run("refresh", "--from", SAMPLE, "--to", store);
    assertThat(again.exit()).isZero();
    assertThat(again.err()).contains("Nothing new");
    assertThat(Files.readString(Path.of(store, "CURRENT"))).isEqualTo(before);
  }

  @Test
  void theManifestListsEveryFile() throws IOException {
    Path release = Path.of(store, "releases", Files.readString(Path.of(store, "CURRENT")).strip());
    String manifest = Files.readString(release.resolve("manifest.json"));
    try (Stream<Path> files = Files.walk(release)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        assertThat(manifest).contains(Store.sha256(Files.readAllBytes(file)));
      }
    }
    assertThat(Files.readString(release.resolve("datapackage.json"))).contains("\"observations\"", "primaryKey");
  }

  /** Each report has a workbook that passes the checklist. */
  @Test
  void workbooksAreAccessible() throws IOException {
    Path reports = Path.of(store, "releases", Files.readString(Path.of(store, "CURRENT")).strip(), "reports");
    try (Stream<Path> files = Files.list(reports.resolve("xlsx"))) {
      List<Path> workbooks = files.filter(f -> f.toString().endsWith(".xlsx")).sorted().toList();
      assertThat(workbooks).hasSizeGreaterThan(20);
      for (Path workbook : workbooks) {
        assertThat(AccessibilityChecklist.faults(Files.readAllBytes(workbook))).as(workbook.toString()).isEmpty();
      }
    }
  }

  @Test
  void badFilesAreSetAsideEachWithOneSentenceAndTheRestIsPublished() throws IOException {
    Path in = Files.createDirectories(folder.resolve("bad"));
    Path good = FIXTURE;
    String text = Files.readString(good, StandardCharsets.UTF_8);
    byte[] workbook =
        Files.readAllBytes(
            Path.of("jobs/src/test/resources/fixtures/mar_commissioner/april_2013_to_march_2015_by_area_team.xls"));
    Files.copy(good, in.resolve("good.csv"));
    Files.writeString(in.resolve("renamed.csv"), text.replaceFirst("A&E attendances Type 1,", "Attendances of type one,"));
    Files.writeString(in.resolve("unknown.csv"), "colour,taste\nred,sweet\n");
    Files.write(in.resolve("empty.xls"), new byte[0]);
    Files.write(in.resolve("cut.xls"), java.util.Arrays.copyOf(workbook, workbook.length / 2));
    Files.writeString(in.resolve("page.xls"), "<!DOCTYPE html><html><body>404</body></html>");
    String to = folder.resolve("badstore").toString();
    CommandLineRunner run = CommandLineRunner.run("refresh", "--from", in.toString(), "--to", to);
    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.HELD);
    assertThat(run.err())
        .contains(
            "renamed.csv, row 3: it looks like ae_attendances (from August 2020, with booked appointments), but the "
                + "header differs: expected column 'A&E attendances Type 1', not found; found column "
                + "'Attendances of type one', not known")
        .contains("unknown.csv: no known dataset has any of its columns")
        .contains("empty.xls: the file is empty")
        .contains("cut.xls: expected an .xls workbook, found a damaged one")
        .contains("page.xls: expected a workbook or a text table, found a web page or XML")
        .contains("5 of 6 files were set aside")
        .doesNotContain("Exception")
        .doesNotContain("\tat ");
    List<String> counts = CommandLineRunner.run("query", "select count(*) > 0 from observations", "--at", to).lines();
    assertThat(counts.get(1)).isEqualTo("true");
  }

  @Test
  void aRevisionIsListedAndEarlierTablesCanBeRebuilt() throws IOException {
    Path in = Files.createDirectories(folder.resolve("vintages"));
    String first = Files.readString(FIXTURE);
    String line = first.lines().filter(row -> row.contains(",RTE,")).findFirst().orElseThrow();
    String[] cells = line.split(",", -1);
    cells[4] = String.valueOf(Long.parseLong(cells[4]) + 7);
    Files.writeString(in.resolve("Monthly-AE.csv"), first);
    Files.writeString(in.resolve("Monthly-AE-revised.csv"), first.replace(line, String.join(",", cells)));
    String now = folder.resolve("now").toString();
    CommandLineRunner all = CommandLineRunner.run("refresh", "--from", in.toString(), "--to", now);
    assertThat(all.exit()).as(all.err()).isZero();
    List<String> revised =
        CommandLineRunner.run(
                "query",
                "select measure, org_code, new_value - old_value, new_published_on > old_published_on from revisions",
                "--at",
                now)
            .lines();
    assertThat(revised.subList(1, revised.size())).containsExactly("ae.attendances.type_1," + cells[1] + ",7,true");

    String then = folder.resolve("then").toString();
    String sameDay = folder.resolve("same").toString();
    for (String to : List.of(then, sameDay)) {
      assertThat(CommandLineRunner.run("refresh", "--from", in.toString(), "--to", to, "--as-of", "2020-10-01").exit()).isZero();
    }
    String ask = "select value from observations where measure = 'ae.attendances.type_1' and org_code = '" + cells[1] + "'";
    assertThat(CommandLineRunner.run("query", ask, "--at", now).lines().get(1)).isEqualTo(cells[4]);
    assertThat(CommandLineRunner.run("query", ask, "--at", then).lines().get(1)).isEqualTo(line.split(",", -1)[4]);
    assertThat(tables(then)).isEqualTo(tables(sameDay));
  }

  /** The bytes of every table but the record of the run, which has its time. */
  private static List<String> tables(String store) throws IOException {
    Path release = Path.of(store, "releases", Files.readString(Path.of(store, "CURRENT")).strip());
    try (Stream<Path> files = Files.walk(release)) {
      List<String> all = new java.util.ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).sorted().toList()) {
        String name = release.relativize(file).toString();
        if (!name.startsWith("runs")) {
          all.add(name + " " + Store.sha256(Files.readAllBytes(file)));
        }
      }
      return all;
    }
  }

  @Test
  void nothingPublishedChangesWhenNothingCanBeRead() throws IOException {
    Path in = Files.createDirectories(folder.resolve("nothing"));
    Files.writeString(in.resolve("unknown.csv"), "colour,taste\nred,sweet\n");
    String to = folder.resolve("kept").toString();
    assertThat(
            CommandLineRunner.run("refresh", "--from", "jobs/src/test/resources/fixtures/ae_attendances", "--to", to).exit())
        .isZero();
    String before = Files.readString(Path.of(to, "CURRENT"));
    CommandLineRunner run = CommandLineRunner.run("refresh", "--from", in.toString(), "--to", to);
    assertThat(run.exit()).isEqualTo(ExitCode.HELD);
    assertThat(run.err())
        .contains("Nothing was published: none of the 1 files could be read; unknown.csv: no known dataset has any of its columns");
    assertThat(Files.readString(Path.of(to, "CURRENT"))).isEqualTo(before);
    try (Stream<Path> releases = Files.list(Path.of(to, "releases"))) {
      assertThat(releases).hasSize(1);
    }
  }

  @Test
  void invalidCommandsAreReported() {
    CommandLineRunner unknown = CommandLineRunner.run("refresh", "--only", "beds");
    assertThat(unknown.exit()).isEqualTo(ExitCode.COMMAND);
    assertThat(unknown.err()).contains("There is no dataset \"beds\".").contains("kh03_beds");
    assertThat(CommandLineRunner.run("refresh", "--from", folder.resolve("nowhere").toString(), "--to", store).exit())
        .isEqualTo(ExitCode.DATA);
    assertThat(CommandLineRunner.run("refersh").exit()).isEqualTo(ExitCode.COMMAND);
    assertThat(CommandLineRunner.run("query", "drop table x", "--at", store).exit()).isEqualTo(ExitCode.COMMAND);
    assertThat(CommandLineRunner.run("query", "select nothing from observations", "--at", store).exit()).isEqualTo(ExitCode.COMMAND);
    assertThat(CommandLineRunner.run("query", "select 1", "--at", folder.resolve("empty").toString()).exit())
        .isEqualTo(ExitCode.DATA);
    assertThat(CommandLineRunner.run("describe", "nothing").exit()).isEqualTo(ExitCode.COMMAND);
  }

  @Test
  void describeFindsPublishedHeadings() {
    assertThat(CommandLineRunner.run("describe", "--find", "attendances over 4hrs").out()).contains("ae.over_4h.type_1");
    assertThat(CommandLineRunner.run("describe", "observations").out()).contains("published_on");
    assertThat(CommandLineRunner.run("describe", "mar.non_elective").out()).contains("Hospital Episode Statistics");
  }
}
