package uk.footprints.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.footprints.stat.StatCommandLine.stat;
import static uk.footprints.stat.StatCommandLine.statOn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.runtime.ExitCode;

/** What an analyst reads when a table or a command is wrong: which row, which column, what to do. */
class BrokenInputTest {

  private static final String CORRECT_CELLS = "  Try: correct these cells and run it again; the other rows are valid\n";

  @TempDir private Path folder;

  private StatCommandLine run(String method, String csv, String... settings) {
    return statOn(folder, method, csv, settings);
  }

  private static void says(StatCommandLine run, int exit, String words) {
    assertThat(run.err()).isEqualTo(words);
    assertThat(run.exit()).isEqualTo(exit);
  }

  @Test
  void aColumnThatIsMissing() {
    StatCommandLine run = run("rate", "area,numerator,denominater\nA,1,100\n");
    says(
        run, ExitCode.DATA,
        "table.csv, row 1, column denominator: there is no such column, rate reads numerator, denominator;"
            + " rename denominater if it is that column.\n  Try: footprints stat rate --help\n");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void textInANumber() {
    says(
        run("rate", "area,numerator,denominator\nA,1,100\nB,1 200,100\n"), ExitCode.DATA,
        "table.csv, row 3, column numerator: '1 200' is not a number; write digits with a point for decimals, or"
            + " nothing if it is not known.\n" + CORRECT_CELLS);
  }

  @Test
  void aNegativeCount() {
    says(
        run("dsr", "area,ageband,count,pop,stdpop\nA,0-4,-2,100,5000\n"), ExitCode.DATA,
        "table.csv, row 2, column count: -2 is below 0; a count is 0 or more.\n" + CORRECT_CELLS);
  }

  @Test
  void nobodyInTheDenominator() {
    says(
        run("rate", "area,numerator,denominator\nA,0,0\n"), ExitCode.DATA,
        "table.csv, row 2, column denominator: 0 is not above 0; correct it, or leave out empty groups.\n"
            + CORRECT_CELLS);
  }

  @Test
  void morePartThanWhole() {
    says(
        run("proportion", "area,numerator,denominator\nA,12,10\n"), ExitCode.DATA,
        "table.csv, row 2, column numerator: 12 is above the denominator 10; a proportion is part of a whole: correct"
            + " one of them, or use rate.\n" + CORRECT_CELLS);
  }

  @Test
  void anAgeBandThatIsMissing() {
    String csv = "area,ageband,count,pop,stdpop\n" + bands("A", 3) + bands("B", 2) + bands("C", 3);
    StatCommandLine run = run("dsr", csv);
    says(
        run, ExitCode.DATA,
        "table.csv, row 5, column ageband: area B has no row for age band 10-14; add it with its population, and count"
            + " 0 if it had no events.\n" + CORRECT_CELLS);
    assertThat(run.rows()).extracting(row -> row.text("area") + " " + row.text("status"))
        .containsExactly("A ok", "B not_applicable", "C ok");
  }

  @Test
  void aGapBetweenAgeBandsOfTheOnlyArea() {
    says(
        run("dsr", "area,ageband,count,pop,stdpop\nA,0-4,9,100,5000\nA,10-14,9,100,5500\n"), ExitCode.DATA,
        "table.csv, row 2, column ageband: area A has no row for ages 5-9; add it with its population, and count 0 if"
            + " it had no events.\n" + CORRECT_CELLS);
  }

  private static String bands(String area, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "%s,%d-%d,20,100,5000\n".formatted(area, 5 * i, 5 * i + 4))
        .collect(Collectors.joining());
  }

  @Test
  void keysThatStandTwice() {
    says(
        run("dsr", "area,ageband,count,pop,stdpop\nA,0-4,20,100,5000\nA,0-4,21,100,5000\n"), ExitCode.DATA,
        "table.csv, row 3, column ageband: area A has the age band 0-4 a second time, first in row 2; keep one.\n"
            + CORRECT_CELLS);
    says(
        run("rate", "area,numerator,denominator\nA,1,100\nB,1,100\nA,2,100\n"), ExitCode.DATA,
        "table.csv, row 4, column area: area A appears a second time, first in row 2; keep one, or add the column"
            + " that distinguishes them.\n" + CORRECT_CELLS);
    says(
        run("spc", "area,date,y\nA,2020-01-01,1\nA,2020-01-01,2\n"), ExitCode.DATA,
        "table.csv, row 3, column date: area A has two values at 2020-01-01, the first in row 2; keep one.\n"
            + CORRECT_CELLS);
  }

  @Test
  void twoYearsOfOneAreaAreNotADuplicate() {
    StatCommandLine run = run("rate", "area,year,numerator,denominator\nA,2016,1,100\nA,2017,2,100\n");
    assertThat(run.exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void rowsOfASetAreNoDuplicates() {
    StatCommandLine rates = run("rate", "set,numerator,denominator\n1,1,100\n1,2,100\n");
    assertThat(rates.exit()).isEqualTo(ExitCode.DONE);
    StatCommandLine funnel = run("funnel-ratio", "case_id,observed,expected\n1,12,10\n1,9,10\n1,11,10\n");
    assertThat(funnel.exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void filesThatAreNoTable() {
    says(
        run("rate", ""), ExitCode.DATA,
        "table.csv is empty: row 1 should name the columns.\n"
            + "  Try: give a CSV file with a header and a row for each observation\n");
    says(
        run("rate", "numerator,denominator\n"), ExitCode.DATA,
        "table.csv has a header in row 1 and no rows below it.\n  Try: add a row for each observation\n");
    says(
        run("rate", "numerator,denominator\n1\n1,2,3\n"), ExitCode.DATA,
        "table.csv, row 2: it has 1 cells and the header has 2.\n"
            + "table.csv, row 3: it has 3 cells and the header has 2.\n"
            + "  Try: give every row the cells of the header; quote a cell with a comma, and close every quotation mark\n");
    says(
        stat("rate", "--in", "nowhere.csv"), ExitCode.DATA,
        "nowhere.csv does not exist.\n  Try: check the path after --in; it starts from the folder you are in\n");
  }

  @Test
  void tablesAsOfficeProgramsWriteThem() {
    String answer = "A,1,100,1000,25.317807984289875,5571.643390938899,1.0005003335835334,9233.413476451586,Exact,ok,";
    for (String csv :
        new String[] {
          "area;numerator;denominator\nA;1;100\n", "area\tnumerator\tdenominator\nA\t1\t100\n",
          "\uFEFFarea,numerator,denominator\r\nA,1,100\r\n", "area,numerator,denominator\n\nA,1,100\n\n\n"
        }) {
      StatCommandLine run = run("rate", csv);
      assertThat(run.err()).isEmpty();
      assertThat(run.out().lines().skip(1)).containsExactly(answer);
    }
    assertThat(run("rate", "area,numerator,denominator\n\"A\nB\",1,100\n").rows().get(0).text("area"))
        .isEqualTo("A\nB");
  }

  @Test
  void lettersOfAnotherCode() throws IOException {
    Path file = folder.resolve("old.csv");
    Files.write(file, "area,numerator,denominator\nA,1,100\nY Fr\u00f4,1,100\n".getBytes(StandardCharsets.ISO_8859_1));
    says(
        stat("rate", "--in", file.toString()), ExitCode.DATA,
        "old.csv, row 3, column area: the cell has letters that are not UTF-8.\n  Try: save it as CSV UTF-8\n");
  }

  @Test
  void aUnitBelowZero() {
    says(
        run("rate", "area,numerator,denominator\nA,1,100\n", "multiplier=-5"), ExitCode.COMMAND,
        "rate: multiplier '-5' is not above 0.\n  Try: --set multiplier=100000\n");
  }

  @Test
  void everyProblemIsToldInOneGoUpToTwenty() {
    String rows = IntStream.range(0, 25).mapToObj("A%d,x,1\n"::formatted).collect(Collectors.joining());
    StatCommandLine run = run("rate", "area,numerator,denominator\n" + rows);
    assertThat(run.err().lines().filter(line -> line.startsWith("table.csv, row"))).hasSize(20);
    assertThat(run.err()).contains("... and 5 more like these.");
    assertThat(run.exit()).isEqualTo(ExitCode.DATA);
  }

  @Test
  void oneOddAreaDoesNotStopTheOthers() {
    StatCommandLine run = run("rate", "area,numerator,denominator\nA,1,100\nB,1,0\nC,,100\nD,5,100\n");
    assertThat(run.rows()).extracting(row -> row.text("area") + " " + row.text("value") + " " + row.text("status"))
        .containsExactly("A 1000 ok", "B  not_applicable", "C  missing", "D 5000 ok");
  }

  @Test
  void wordsThatStatDoesNotKnow() {
    says(
        run("funel-ratio", "area\nA\n"), ExitCode.COMMAND,
        "There is no method funel-ratio.\n  Try: footprints stat funnel-ratio\n");
    says(
        run("quantile", "value\n1\n", "invrt=no"), ExitCode.COMMAND,
        "quantile has no setting invrt; it knows group, invert, invert_flag, n, n_quantiles_requested, nquantiles,"
            + " parity, rule.\n  Try: --set invert=...\n");
    says(
        run("spc", "seq,y\n1,2\n", "improvement=up"), ExitCode.COMMAND,
        "spc: improvement 'up' is not one of increase, decrease, neutral.\n  Try: --set improvement=increase\n");
    says(
        run("rate", "area,numerator,denominator\nA,1,100\n", "group=aera"), ExitCode.DATA,
        "table.csv, row 1, column aera: there is no such column to group by, the file has area, numerator, denominator;"
            + " write area if you meant that.\n  Try: footprints stat rate --help\n");
    says(stat("rate"), ExitCode.COMMAND, "No table is named for rate.\n  Try: footprints stat rate --in FILE.csv\n");
    says(stat(), ExitCode.COMMAND, "No method is named.\n  Try: footprints stat --list\n");
  }
}
