package uk.footprints.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.dataset.Ods;
import uk.footprints.dataset.RegisteredPatients;
import uk.footprints.dataset.SpendOver25k;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.period.Period;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.table.Table;

/** Checks that dates are read in the order of their file, in every dataset with dates. */
@Tag("integration")
class FileDatesTest {

  private static final Path FIXTURES = Path.of("jobs/src/test/resources/fixtures");
  private static final String TIDIED = "ae_attendances/april_2016_to_march_2019_tidied_by_others.csv";

  @TempDir private Path folder;

  private static List<Object> column(FileResult outcome, Table table, String column) {
    int at = table.index(column);
    return SingleFileRead.rows(outcome).stream().map(row -> row.value(at)).toList();
  }

  private static List<Finding> monthFirst(FileResult outcome) {
    return outcome.transformed().findings().stream().filter(f -> f.kind() == Kind.MONTH_FIRST).toList();
  }

  @Test
  void oneSheetShowsTheOrderOfTheOther() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Footprints", "1.0")) {
      for (String[] sheet : new String[][] {{"One", "3/4/2016"}, {"Two", "3/31/2016"}}) {
        Worksheet page = book.newWorksheet(sheet[0]);
        String[][] rows = {{"NHS Body", "Date", "Supplier", "Amount"}, {"NHS Somewhere ICB", sheet[1], "Acme", "5"}};
        for (int r = 0; r < rows.length; r++) {
          for (int c = 0; c < rows[r].length; c++) {
            page.value(r, c, rows[r][c]);
          }
        }
      }
    }
    Files.write(folder.resolve("spend.xlsx"), out.toByteArray());
    FileResult outcome = SingleFileRead.read(folder, folder.resolve("store"), "spend.xlsx");
    assertThat(column(outcome, SpendOver25k.TRANSACTIONS, "paid_on"))
        .containsExactly(LocalDate.of(2016, 3, 4), LocalDate.of(2016, 3, 31));
    assertThat(monthFirst(outcome)).singleElement().extracting(Finding::message)
        .isEqualTo("the dates have the month before the day");
  }

  @Test
  void aMixedFileNamesItsRowsAndKeepsNoDateThatMayBeTwo() throws IOException {
    FileResult outcome =
        SingleFileRead.written(
            folder, "spend.csv",
            Stream.of("13/11/2016", "11/30/2016", "05/06/2016", "7/7/2016", "1 May 2016")
                .map(day -> "\nNHS Somewhere ICB," + day + ",Acme,5")
                .reduce("NHS Body,Date,Supplier,Amount", String::concat));
    assertThat(column(outcome, SpendOver25k.TRANSACTIONS, "paid_on"))
        .containsExactly(
            LocalDate.of(2016, 11, 13), LocalDate.of(2016, 11, 30), null, LocalDate.of(2016, 7, 7),
            LocalDate.of(2016, 5, 1));
    assertThat(monthFirst(outcome)).singleElement().satisfies(f -> {
      assertThat(f.place().row()).isEqualTo(3);
      assertThat(f.message()).contains("1 dates have the day first and 1 the month first (row 3)");
    });
    assertThat(outcome.transformed().findings()).filteredOn(f -> f.kind() == Kind.DATE_MISSING).singleElement()
        .satisfies(f -> assertThat(f.message()).contains("in rows 4"));
  }

  private FileResult fixture(String path, UnaryOperator<String> change) throws IOException {
    String text = Files.readString(FIXTURES.resolve(path));
    String changed = change.apply(text);
    assertThat(changed).isNotEqualTo(text);
    return SingleFileRead.written(folder, path, changed);
  }

  @Test
  void monthsOfObservationsAreReadInEveryNotation() throws IOException {
    List<Period> periods =
        SingleFileRead.read(FIXTURES, folder, TIDIED).transformed().periods();
    assertThat(periods).isNotEmpty();
    for (String form : List.of("M/d/yyyy", "d/M/yy", "d MMMM yyyy", "dd-MMM-yy", "yyyy-MM-dd", "EEEE d MMM yyyy", "n")) {
      FileResult outcome = fixture(TIDIED, text -> dated(text, form));
      assertThat(outcome.state()).as(form + outcome.transformed().findings()).isEqualTo(FileResult.READ);
      assertThat(outcome.transformed().periods()).as(form).isEqualTo(periods);
    }
  }

  /** Writes the last day of a month for its first, so that each notation shows its order; {@code n} is a number. */
  private static String dated(String text, String form) {
    return java.util.regex.Pattern.compile("20\\d\\d-\\d\\d-01").matcher(text).replaceAll(found -> {
      LocalDate first = LocalDate.parse(found.group());
      LocalDate day = first.withDayOfMonth(first.lengthOfMonth());
      return form.equals("n") ? String.valueOf(day.toEpochDay() + 25_569)
          : day.format(java.time.format.DateTimeFormatter.ofPattern(form, java.util.Locale.UK));
    });
  }

  @Test
  void monthsThatASpreadsheetMadeIntoDatesAreMonths() throws IOException {
    for (String day : List.of("01/06/2020", "2020-06-01", "43983", "1-Jun-20", "30/6/2020")) {
      String text = Files.readString(Path.of("data/sample/ae_attendances/June-2020-revised-130521-sample.csv"));
      FileResult outcome = SingleFileRead.written(folder, "june.csv", text.replace("MSitAE-JUNE-2020", day));
      assertThat(outcome.transformed().periods()).as(day).containsExactly(Period.month(2020, 6));
    }
  }

  @Test
  void datesOfTablesHaveTheOrderOfTheirFile() throws IOException {
    FileResult patients = fixture("registered_patients/2019.csv", text -> text.replace("01JUN2019", "6/30/2019"));
    assertThat(column(patients, RegisteredPatients.TABLE, "period_start")).containsOnly(LocalDate.of(2019, 6, 30));
    assertThat(monthFirst(patients)).hasSize(1);
    FileResult successions =
        fixture("ods/successions.csv", text -> text.replace("2019-01-01", "1/31/19").replace("2019-02-01", "2/3/19"));
    assertThat(column(successions, Ods.SUCCESSIONS, "changed_on"))
        .contains(LocalDate.of(2019, 1, 31), LocalDate.of(2019, 2, 3));
  }
}
