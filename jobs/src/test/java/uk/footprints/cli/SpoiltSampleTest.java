package uk.footprints.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.CommandLineRunner;
import uk.footprints.broken.EditedWorkbook;
import uk.footprints.runtime.ExitCode;

/** Refreshes from spoilt copies of the sample: a figure is right, or it is absent and the run says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("integration")
class SpoiltSampleTest {

  private static final Path BEDS = Path.of("data/sample/kh03_beds");
  private static final Path ATTENDANCES = Path.of("data/sample/ae_attendances");
  private static final String BY_SECTOR = "NHS Trust by Sector";

  @TempDir static Path folder;
  private Path in;
  private String store;
  private CommandLineRunner first;
  private CommandLineRunner second;
  private CommandLineRunner third;

  @BeforeAll
  void refresh() throws IOException {
    in = Files.createDirectories(folder.resolve("in"));
    store = folder.resolve("store").toString();
    Files.copy(bed("Q4-2019-20"), in.resolve("q4.xlsx"));
    Files.copy(bed("Q2-2020-21"), in.resolve("q2.xlsx"));
    Files.write(in.resolve("q1.xlsx"), EditedWorkbook.of(Files.readAllBytes(bed("Q1-2020-21")), SpoiltSampleTest::errors));
    write("october.csv", "October-2020", SpoiltSampleTest::marks);
    write("june.csv", "June-2020", SpoiltSampleTest::spaces);
    first = CommandLineRunner.run("refresh", "--from", in.toString(), "--to", store);
    Files.write(
        in.resolve("q3.xlsx"), EditedWorkbook.of(Files.readAllBytes(bed("Q3-2020-21")), SpoiltSampleTest::newColumn));
    second = CommandLineRunner.run("refresh", "--from", in.toString(), "--to", store);
    write("august.csv", "August-2020", SpoiltSampleTest::words);
    write("may.csv", "May-2020", SpoiltSampleTest::total);
    third = CommandLineRunner.run("refresh", "--from", in.toString(), "--to", store);
  }

  private static Path bed(String quarter) {
    return BEDS.resolve("Beds-Open-Overnight-Web_File-" + quarter + "-sample.xlsx");
  }

  private void write(String name, String month, UnaryOperator<List<List<String>>> edit) throws IOException {
    Path file = ATTENDANCES.resolve(month + "-revised-130521-sample.csv");
    List<List<String>> rows = new ArrayList<>();
    Files.readAllLines(file).forEach(line -> rows.add(new ArrayList<>(Arrays.asList(line.split(",", -1)))));
    String text = edit.apply(rows).stream().map(row -> String.join(",", row)).collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(in.resolve(name), text, StandardCharsets.UTF_8);
  }

  /** R1: an error in the available total and in the available general and acute beds of RAL. */
  private static void errors(Map<String, List<List<String>>> sheets) {
    for (List<String> row : sheets.get(BY_SECTOR)) {
      int code = row.indexOf("RAL");
      if (code >= 0) {
        int figure = IntStream.range(code + 2, row.size()).filter(i -> !row.get(i).isBlank()).findFirst().orElseThrow();
        row.set(figure, "#N/A");
        row.set(figure + 1, "#REF!");
      }
    }
  }

  /** R2: marks instead of type 1 attendances. */
  private static List<List<String>> marks(List<List<String>> rows) {
    Map<String, String> marks =
        Map.of(
            "RR7", "..", "RTR", "<5", "RXN", "[low]", "RGR", "[c]", "RA2", "[x]", "R1K", "[z]", "RBD", "n/a", "R1F", ":",
            "RCB", "-", "RJZ", "*");
    rows.stream().filter(row -> marks.containsKey(row.get(1))).forEach(row -> row.set(4, marks.get(row.get(1))));
    return rows;
  }

  /** R4: spaces that are no ASCII between thousands, in every second row and in the total row. */
  private static List<List<String>> spaces(List<List<String>> rows) {
    String[] spaces = {"\u00A0", "\u202F", "\u2009"};
    Pattern thousands = Pattern.compile("(?<=\\d)(?=(\\d{3})+$)");
    for (int r = 1; r < rows.size(); r++) {
      List<String> row = rows.get(r);
      if (r % 2 == 0 || r == rows.size() - 1) {
        String space = spaces[r / 2 % spaces.length];
        IntStream.range(4, row.size()).forEach(c -> row.set(c, thousands.matcher(row.get(c)).replaceAll(space)));
      }
    }
    return rows;
  }

  /** R3: a new column of codes before the code of the organisation. */
  private static void newColumn(Map<String, List<List<String>>> sheets) {
    List<List<String>> rows = sheets.get(BY_SECTOR);
    List<String> header =
        rows.stream().filter(row -> row.stream().anyMatch("Org Code"::equalsIgnoreCase)).findFirst().orElseThrow();
    int at = IntStream.range(0, header.size()).filter(i -> header.get(i).equalsIgnoreCase("Org Code")).findFirst()
        .orElseThrow();
    boolean below = false;
    for (List<String> row : rows) {
      below |= row == header;
      if (row.size() > at) {
        row.add(at, row == header ? "ICB Code" : below && !row.get(at).isBlank() ? "QE1" : "");
      }
    }
  }

  /** R5: words instead of every second organisation's type 1 admissions. */
  private static List<List<String>> words(List<List<String>> rows) {
    int admissions = rows.get(0).indexOf("Emergency admissions via A&E - Type 1");
    for (int r = 1; r < rows.size() - 1; r += 2) {
      rows.get(r).set(admissions, "see note");
    }
    return rows;
  }

  /** R5: an error in the total of type 1 attendances. */
  private static List<List<String>> total(List<List<String>> rows) {
    rows.get(rows.size() - 1).set(4, "#REF!");
    return rows;
  }

  private String ask(String sql) {
    CommandLineRunner asked = CommandLineRunner.run("query", sql, "--at", store);
    assertThat(asked.exit()).as(asked.err()).isZero();
    return asked.lines().stream().skip(1).collect(Collectors.joining("\n"));
  }

  private String england(String indicator, String start, String columns) {
    return ask(
        "select " + columns + " from indicators where indicator = '" + indicator + "' and geography = 'country'"
            + " and basis = 'as_was' and period_kind <> 'financial_year' and period_start = date'" + start + "'");
  }

  @Test
  void aRatioHasOnlyOrganisationsWithBothParts() {
    assertThat(england("ga_bed_occupancy", "2020-04-01", "round(numerator, 3), round(denominator, 1), round(value, 3)"))
        .isEqualTo("59098.824,90264,65.473");
    assertThat(england("ga_bed_occupancy", "2020-04-01", "completeness < 1, reason like '%RAL%'"))
        .isEqualTo("true,true");
    assertThat(ask("select count_if(status = 'rejected'), count_if(status = 'missing') > 0, sum(value) > 0"
        + " from observations where org_code = 'RAL' and period_start = date'2020-04-01' and dataset = 'kh03_beds'"))
        .isEqualTo("1,true,true");
  }

  @Test
  void marksAreWhatTheyMeanAndNeverAttendances() {
    assertThat(england("ae_conversion_type_1", "2020-10-01", "numerator, denominator, round(value, 3)"))
        .isEqualTo("303311,1031130,29.415");
    assertThat(ask("select org_code, status from observations where measure = 'ae.attendances.type_1'"
        + " and period_start = date'2020-10-01' and org_code in ('RR7', 'RTR', 'RXN') order by 1"))
        .isEqualTo("RR7,missing\nRTR,suppressed\nRXN,suppressed");
  }

  @Test
  void spacesBetweenThousandsAreNoReasonToRejectAFigure() {
    assertThat(ask("select sum(value) from observations where measure like 'ae.attendances%'"
        + " and period_start = date'2020-06-01' and org_role = 'provider'")).isEqualTo("1276571");
    assertThat(ask("select sum(value) from observations where (measure like 'ae.emergency_admissions%'"
        + " or measure like 'ae.other_emergency%') and period_start = date'2020-06-01' and org_role = 'provider'"))
        .isEqualTo("367029");
    assertThat(england("ae_conversion_type_1", "2020-06-01", "round(value, 3)")).isEqualTo("29.532");
    assertThat(england("ae_four_hour_type_1", "2020-06-01", "round(value, 3)")).isEqualTo("84.684");
  }

  @Test
  void aNewColumnLosesNoQuarter() {
    assertThat(ask("select round(sum(value) filter (where measure like '%available%'), 1),"
        + " round(sum(value) filter (where measure like '%occupied%'), 1) from observations"
        + " where period_start = date'2020-10-01' and dataset = 'kh03_beds' and org_role = 'provider'"
        + " and measure like '%overnight%total%'")).isEqualTo("106683,79256.5");
    assertThat(ask("select message from findings where kind = 'column_new'")).contains("ICB Code");
  }

  @Test
  void aShareOfRejectedFiguresEndsTheRunWithFourAndLowersCompleteness() {
    assertThat(third.exit()).as(third.err()).isEqualTo(ExitCode.HELD);
    assertThat(third.err()).contains("Read in part: august.csv", "Read in part: may.csv")
        .contains("2 of 8 files were read in part only");
    assertThat(ask("select file, message from findings where kind = 'figures_rejected'")).startsWith("august.csv,")
        .containsPattern("figures \\([2-9]\\.\\d%\\) could not be read");
    assertThat(ask("select file, row, message like '%A&E attendances Type 1%' from findings"
        + " where kind = 'total_rejected'")).startsWith("may.csv,").endsWith(",true");
    assertThat(england("ae_conversion_type_1", "2020-08-01", "completeness < 0.7, status"))
        .isEqualTo("true,incomplete");
    assertThat(ask("select count(*) = sum(if(value is null, 1, 0)), count(*) > 50 from observations"
        + " where status = 'rejected' and period_start = date'2020-08-01'")).isEqualTo("true,true");
    assertThat(ask("select count(distinct org_code) > 50 from completeness where state = 'rejected'")).isEqualTo("true");
  }

  @Test
  void aRunThatLostNothingToSpeakOfEndsWithNought() {
    assertThat(first.exit()).as(first.err()).isEqualTo(ExitCode.DONE);
    assertThat(second.exit()).as(second.err()).isEqualTo(ExitCode.DONE);
  }
}
