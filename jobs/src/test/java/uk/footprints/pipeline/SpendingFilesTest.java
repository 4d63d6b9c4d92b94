package uk.footprints.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.dataset.SpendOver25k;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.table.RowCells;

/** Lines of spending, out of made-up files in awkward layouts and out of the real ones. */
@Tag("integration")
class SpendingFilesTest {

  private static final Path FIXTURES = Path.of("jobs/src/test/resources/fixtures");
  private static final int CODE = SpendOver25k.TRANSACTIONS.index("org_code");
  private static final int PAID = SpendOver25k.TRANSACTIONS.index("paid_on");
  private static final int SUPPLIER = SpendOver25k.TRANSACTIONS.index("supplier_normalised");
  private static final int CATEGORY = SpendOver25k.TRANSACTIONS.index("category");
  private static final int AMOUNT = SpendOver25k.TRANSACTIONS.index("amount");
  private static final int OCCURRENCE = SpendOver25k.TRANSACTIONS.index("occurrence");

  @TempDir private Path folder;

  @Test
  void threeWaysToWriteItAreReadAlike() throws IOException {
    for (String era : List.of("plain.csv", "from-pdf.csv", "workbook.xls")) {
      FileResult outcome = SingleFileRead.read(FIXTURES, folder, "spend_over_25k/" + era);
      List<RowCells> rows = SingleFileRead.rows(outcome);
      assertThat(rows).as(era).hasSize(24);
      assertThat(rows.get(0).value(SUPPLIER)).isEqualTo("SAMPLE PHARMA LTD");
      assertThat(rows.get(1).value(SUPPLIER)).isEqualTo("SAMPLE PHARMA LTD");
      assertThat(rows.get(3).value(SUPPLIER)).isEqualTo("INVENTED BUILDERS AND CO");
      assertThat(rows.get(0).value(CATEGORY)).isEqualTo("drugs");
      assertThat(rows.get(0).value(CODE)).isNotNull();
      assertThat((Double) rows.get(7).value(AMOUNT)).as("money back in %s", era).isNegative();
      assertThat((LocalDate) rows.get(23).value(PAID)).hasDayOfMonth(24);
    }
  }

  @Test
  void totalsAtTheFootAgreeAndAreNoLines() throws IOException {
    for (String era : List.of("from-pdf.csv", "workbook.xls")) {
      FileResult outcome = SingleFileRead.read(FIXTURES, folder, "spend_over_25k/" + era);
      assertThat(outcome.transformed().accounting().totals()).as(era).isEqualTo(1);
      assertThat(outcome.transformed().findings()).extracting(Finding::kind).doesNotContain(Kind.TOTAL_DISAGREES);
    }
  }

  @Test
  void anotherOrganisationsHeadingsAreUnderstood() throws IOException {
    FileResult outcome =
        written("Body Name;Posting Date;Payee Name;Value (£);Cost Centre;Subjective;PO number".replace(';', ','),
            "Somewhere NHS Trust,31.01.2017,Acme Limited,\"-£1,234.50\",Wards,Rates,9");
    assertThat(outcome.dataset()).isEqualTo("spend_over_25k");
    assertThat(SingleFileRead.rows(outcome).get(0).value(AMOUNT)).isEqualTo(-1234.5);
    assertThat(SingleFileRead.rows(outcome).get(0).value(PAID)).isEqualTo(LocalDate.of(2017, 1, 31));
    assertThat(SingleFileRead.rows(outcome).get(0).value(CATEGORY)).isEqualTo("estates and facilities");
  }

  @Test
  void linesThatAreAlikeAreAllKeptAndAWrongTotalIsFound() throws IOException {
    FileResult outcome =
        written("NHS Body,Date,Supplier,Amount", "NHS Somewhere ICB,31/01/2017,Acme,5",
            "NHS Somewhere ICB,31/01/2017,Acme,5", ",Total,,11", ",Page,,");
    assertThat(SingleFileRead.rows(outcome)).extracting(r -> r.value(OCCURRENCE)).containsExactly(1L, 2L);
    assertThat(outcome.transformed().findings()).extracting(Finding::kind).contains(Kind.TOTAL_DISAGREES);
  }

  @Test
  void aHeadingWithASlipAndADateInTheOtherOrderAreNoted() throws IOException {
    FileResult outcome =
        written("ICB,Dater,Supplier,Amount", "NHS Somewhere ICB,13/11/2016,Acme,\"31,000.50-\"",
            "NHS Somewhere ICB,11/30/2016,Acme,GBP 5", "NHS Somewhere ICB,14/11/2016,Acme,\"31\u00a0000.50\"");
    List<RowCells> rows = SingleFileRead.rows(outcome);
    assertThat(rows).extracting(r -> r.value(AMOUNT)).containsExactly(-31_000.5, 5.0, 31_000.5);
    assertThat(rows.get(1).value(PAID)).isEqualTo(LocalDate.of(2016, 11, 30));
    assertThat(outcome.transformed().findings())
        .filteredOn(f -> f.kind() == Kind.MONTH_FIRST)
        .extracting(f -> f.place().row())
        .containsExactly(3);
    assertThat(outcome.transformed().findings()).extracting(Finding::kind).contains(Kind.HEADING_MISSPELT);
  }

  @Test
  void paymentsOfACouncilAreNotTaken() throws IOException {
    FileResult outcome = written("Body Name,Date,Supplier,Amount", "North Somewhere District Council,13/11/2016,NHS X,5");
    assertThat(outcome.state()).isEqualTo(FileResult.SET_ASIDE);
    assertThat(outcome.transformed().findings()).extracting(Finding::kind).contains(Kind.NOT_NHS);
  }

  @Test
  void paymentsWithoutAPayerAreTakenWhereTheFileOrItsFolderNamesOne() throws IOException {
    String lines = "Date,Supplier,Amount\n31/01/2017,Acme,30000\n";
    FileResult unnamed = SingleFileRead.written(folder, "may/spend.csv", lines);
    assertThat(unnamed.state()).isEqualTo(FileResult.SET_ASIDE);
    assertThat(unnamed.transformed().findings())
        .filteredOn(f -> f.kind() == Kind.NOT_NHS)
        .singleElement()
        .satisfies(f -> assertThat(f.message()).endsWith("found no payer in the file, its name or its folder"));
    for (String path : List.of("Leeds NHS Trust/may.csv", "NHS_Somewhere_ICB_may.csv", "a hospital/b/may.csv")) {
      assertThat(SingleFileRead.written(folder, path, lines).state()).as(path).isEqualTo(FileResult.READ);
    }
    for (String path : List.of("Leeds City Council/may.csv", "NHS Lothian/may.csv", "Somewhere Health Board/may.csv")) {
      assertThat(SingleFileRead.written(folder, path, lines).state()).as(path).isEqualTo(FileResult.SET_ASIDE);
    }
    String some = "NHS Body,Date,Supplier,Amount\n,31/01/2017,Acme,5\nNHS Somewhere ICB,31/01/2017,Acme,5\n";
    assertThat(SingleFileRead.rows(SingleFileRead.written(folder, "some.csv", some))).hasSize(2);
  }

  @Test
  void aPayerMayBeGivenByItsCodeAndWithANote() throws IOException {
    FileResult outcome =
        written("Trust,Date,Supplier,Amount", "r1h,31/01/2017,Acme,1", "R1H*,31/01/2017,Acme,2",
            "Barts Health NHS Trust (1),31/01/2017,Acme,3", "\u00a0BARTS HEALTH NHS TRUST\u2020,31/01/2017,Acme,4");
    assertThat(SingleFileRead.rows(outcome)).extracting(r -> r.value(CODE)).containsOnly("R1H").hasSize(4);
  }

  private FileResult written(String... lines) throws IOException {
    Files.writeString(folder.resolve("spend.csv"), String.join("\n", lines));
    return SingleFileRead.read(folder, folder.resolve("store"), "spend.csv");
  }

  @Test
  void everyRealFileIsRead() throws IOException {
    Path published = SingleFileRead.published();
    List<RowCells> rows = new ArrayList<>();
    int totals = 0;
    for (FileResult outcome : SingleFileRead.readAll(published, folder, "spend_over_25k")) {
      assertThat(outcome.dataset()).as(outcome.path()).isEqualTo("spend_over_25k");
      assertThat(outcome.state()).as(outcome.path()).isEqualTo(FileResult.READ);
      assertThat(outcome.transformed().findings())
          .as(outcome.path())
          .extracting(Finding::kind)
          .doesNotContain(Kind.TOTAL_DISAGREES);
      rows.addAll(SingleFileRead.rows(outcome));
      totals += (int) outcome.transformed().accounting().totals();
    }
    assertThat(rows).hasSize(31_600);
    assertThat(totals).isEqualTo(3);
    assertThat(rows).allMatch(r -> r.value(CODE) != null);
    assertThat(rows.stream().filter(r -> r.value(CODE).equals("R1H")).mapToDouble(r -> (Double) r.value(AMOUNT)).sum())
        .isCloseTo(503_641_988.57, within(0.005));
  }
}
