package uk.footprints.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.finding.Severity;
import uk.footprints.format.UnreadableFileException;
import uk.footprints.format.WorkbookReader;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.HeaderRows;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.publication.RevisionStatus;

/** Checks that every row is an organisation's, a total, a note or rejected. */
class ObservationTransformerTest {

  private static final Layout LAYOUT =
      Layout.of(
          "test",
          LayoutColumn.of(Role.YEAR, "Year"),
          LayoutColumn.of(Role.PERIOD, "Period"),
          LayoutColumn.of(Role.ORG_CODE, "Org Code"),
          LayoutColumn.of(Role.ORG_NAME, "Org Name"),
          LayoutColumn.measure("a", "Attendances"),
          LayoutColumn.measure("b", "Breaches"));

  private static final String HEADER = "Year,Period,Org Code,Org Name,Attendances,Breaches\n";
  private static final ObservationBatch.Origin ORIGIN =
      new ObservationBatch.Origin("0", LocalDate.of(2017, 6, 1), RevisionStatus.PROVISIONAL);

  private static TransformResult read(String table) {
    try {
      var sheet = WorkbookReader.read(table.getBytes(StandardCharsets.UTF_8)).sheets().get(0);
      HeaderMatch match = HeaderMatch.find(LAYOUT, HeaderRows.of(sheet)).orElseThrow();
      assertThat(match.difference()).isEmpty();
      Measure whole = new Measure("a", "", "", "", "", "");
      RowRules rules =
          RowRules.of("test", "provider", PeriodKind.MONTH)
              .limitedBy(List.of(whole, new Measure("b", "", "", "", "", "").partOf("a")));
      TransformResult result = ObservationTransformer.read(match, rules, Location.file("f.csv")).publishedAs(ORIGIN);
      assertThat(result.accounting().balances()).as("%s", result.accounting()).isTrue();
      return result;
    } catch (UnreadableFileException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> organisations(TransformResult result) {
    List<String> codes = new ArrayList<>();
    result.batches().forEach(b -> codes.addAll(b.orgCodes()));
    return codes;
  }

  private static List<CellStatus> statuses(ObservationBatch batch, int row) {
    return IntStream.range(0, batch.measures().size()).mapToObj(m -> batch.status(row, m)).toList();
  }

  private static List<Double> values(ObservationBatch batch, int row) {
    return IntStream.range(0, batch.measures().size()).mapToObj(m -> batch.value(row, m)).toList();
  }

  private static List<Kind> kinds(TransformResult result) {
    return result.findings().stream().map(Finding::kind).toList();
  }

  private static Optional<String> message(TransformResult result, Kind kind) {
    return result.findings().stream().filter(f -> f.kind() == kind).map(Finding::sentence).findFirst();
  }

  @Test
  void aTotalThatSaysSoIsNoOrganisation() {
    for (String total : List.of("TOTAL,TOTAL,TOTAL,TOTAL", "2016-17,April,,England", "2016-17,April,Total ,x",
        "TOTAl,,,")) {
      TransformResult c = read(HEADER + "2016-17,April,RA1,One,10,1\n2016-17,April,RA2,Two,20,2\n" + total + ",30,3\n");
      assertThat(organisations(c)).as(total).containsExactly("RA1", "RA2");
      assertThat(c.accounting().totals()).isEqualTo(1);
      assertThat(kinds(c)).isEmpty();
    }
  }

  @Test
  void aTotalThatDoesNotSaySoIsKnownByAddingUp() {
    TransformResult c =
        read(
            HEADER
                + """
                2016-17,April,RA1,One,10,1
                2016-17,April,RA2,Two,20,2
                2016-17,April,RA3,Three,5,1
                2016-17,April,ZZZ,All of them,35,4
                """);
    assertThat(organisations(c)).containsExactly("RA1", "RA2", "RA3");
    assertThat(kinds(c)).containsExactly(Kind.TOTAL_BY_SUM);
  }

  @Test
  void nhsEnglandIsACommissionerAndNoTotal() {
    TransformResult c = read(HEADER + "2016-17,April,X24,NHS ENGLAND,7,1\n2016-17,April,RA1,One,10,1\n"
        + "2016-17,April,,England,17,2\n");
    assertThat(organisations(c)).containsExactly("X24", "RA1");
  }

  @Test
  void aTotalThatDisagreesIsAFindingWithTheDifference() {
    TransformResult c = read(HEADER + "2016-17,April,RA1,One,10,1\n2016-17,April,RA2,Two,20,2\nTotal,,,,31,3\n");
    assertThat(message(c, Kind.TOTAL_DISAGREES))
        .contains(
            "f.csv, row 4, column Attendances: the organisations add to 30.00 but the file's own total says 31.00 "
                + "(difference 1.00)");
  }

  @Test
  void missingIsNotZeroAndSuppressedIsNotMissing() {
    TransformResult c = read(HEADER + "2016-17,April,RA1,One,*,\n2016-17,April,RA2,Two,-,0\n");
    ObservationBatch batch = c.batches().get(0);
    assertThat(statuses(batch, 0)).containsExactly(CellStatus.SUPPRESSED, CellStatus.MISSING);
    assertThat(statuses(batch, 1)).containsExactly(CellStatus.NOT_APPLICABLE, CellStatus.REPORTED);
    assertThat(values(batch, 0)).containsExactly(Double.NaN, Double.NaN);
  }

  @Test
  void aCellThatIsNoNumberIsRefusedAndTheRestStays() {
    TransformResult c = read(HEADER + "2016-17,April,RA1,One,ten,1\n");
    assertThat(message(c, Kind.NOT_A_NUMBER))
        .contains("f.csv, row 2, column Attendances: expected a number, found 'ten'");
    assertThat(c.accounting().cells()).isEqualTo(2);
    assertThat(c.accounting().shareRefused()).isEqualTo(0.5);
    assertThat(statuses(c.batches().get(0), 0)).containsExactly(CellStatus.REJECTED, CellStatus.REPORTED);
    assertThat(values(c.batches().get(0), 0)).containsExactly(Double.NaN, 1.0);
  }

  @Test
  void aTotalWithACellThatIsNoNumberIsNamed() {
    TransformResult c = read(HEADER + "2016-17,April,RA1,One,10,1\n2016-17,April,Total,,#REF!,1\n");
    assertThat(message(c, Kind.TOTAL_REJECTED))
        .contains(
            "f.csv, row 3: 1 of 2 figures of the file's own total could not be read, so that nothing was compared "
                + "with them: 'Attendances'");
    assertThat(c.accounting().shareRefused()).isZero();
  }

  @Test
  void figuresOfARowWithoutAnOrganisationAreRefused() {
    TransformResult c = read(HEADER + "2016-17,April,RA1,One,10,1\n2016-17,April,no code here,Two,3,\n");
    assertThat(c.accounting().figures()).isEqualTo(3);
    assertThat(c.accounting().refused()).isEqualTo(1);
  }

  @Test
  void aBlankCellIsNoFigureThatIsRefused() {
    TransformResult c = read(HEADER + "2016-17,April,RA1,One,10,\n");
    assertThat(c.accounting().figures()).isEqualTo(1);
    assertThat(c.accounting().refused()).isZero();
  }

  @Test
  void yearsThatCountUpAreReadFromTheTitleBlock() {
    TransformResult c =
        read(
            """
            Period:,June 2017
            Year,Period,Org Code,Org Name,Attendances,Breaches
            2017-18,June,RA1,One,1,1
            2017-19,June,RA2,Two,2,2
            2017-20,June,RA3,Three,3,3
            """);
    assertThat(c.periods()).containsExactly(Period.month(2017, 6));
    assertThat(organisations(c)).containsExactly("RA1", "RA2", "RA3");
    assertThat(message(c, Kind.RUNNING_YEAR).orElseThrow()).contains("2017-19, 2017-20").contains("June 2017");
  }

  @Test
  void aMisspeltMonthIsUnderstoodAndReported() {
    TransformResult c = read(HEADER + "2016-17,Janaury,RA1,One,1,1\n");
    assertThat(c.periods()).containsExactly(Period.month(2017, 1));
    assertThat(kinds(c)).containsExactly(Kind.MISSPELT_MONTH);
  }

  @Test
  void aPeriodThatContradictsTheTitleIsAConflict() {
    TransformResult c =
        read("Period:,May 2017\nYear,Period,Org Code,Org Name,Attendances,Breaches\n2017-18,June,RA1,One,1,1\n");
    assertThat(kinds(c)).containsExactly(Kind.PERIOD_CONFLICT);
  }

  @Test
  void footnotesAreNotes() {
    TransformResult c = read(HEADER + "2016-17,April,RA1,One,1,1\nNote:\nA trust did not submit.\n");
    assertThat(c.accounting().notes()).isEqualTo(2);
    assertThat(organisations(c)).containsExactly("RA1");
  }

  @Test
  void anOrganisationWithoutFiguresIsMissingAndNotLost() {
    TransformResult c = read(HEADER + "2016-17,April,RA1,One,,\n2016-17,April,RA2,Two,1,1\n");
    assertThat(organisations(c)).containsExactly("RA1", "RA2");
    assertThat(statuses(c.batches().get(0), 0)).containsOnly(CellStatus.MISSING);
  }

  @Test
  void figuresWithoutACodeAreRefused() {
    TransformResult c = read(HEADER + "2016-17,April,,Somebody,1,1\n2016-17,April,RA2,Two,1,1\n");
    assertThat(message(c, Kind.NO_ORGANISATION))
        .contains("f.csv, row 2, column Org Code: expected an organisation's code, found ''");
    assertThat(c.accounting().rejected()).isEqualTo(1);
  }

  @Test
  void theSecondOfTwoRowsIsRefused() {
    TransformResult c = read(HEADER + "2016-17,April,RA1,One,1,1\n2016-17,April,RA1,One,2,1\n");
    assertThat(kinds(c)).containsExactly(Kind.DUPLICATE_ROW);
    assertThat(values(c.batches().get(0), 0)).containsExactly(1.0, 1.0);
  }

  @Test
  void aNegativeCountIsMissingAndReported() {
    TransformResult c = read(HEADER + "2016-17,April,RA1,One,-5,1\n");
    assertThat(kinds(c)).containsExactly(Kind.NEGATIVE_COUNT);
    assertThat(statuses(c.batches().get(0), 0)).containsExactly(CellStatus.MISSING, CellStatus.REPORTED);
  }

  @Test
  void aPartAboveItsWholeIsMissing() {
    TransformResult c = read(HEADER + "2016-17,April,RA1,One,10,11\n2016-17,April,RA2,Two,10,10\nTotal,,,,20,21\n");
    assertThat(kinds(c)).contains(Kind.IMPOSSIBLE_VALUE);
    assertThat(message(c, Kind.IMPOSSIBLE_VALUE))
        .contains("f.csv, row 2, column Breaches: expected no more than the 10 of which it is a part, found 11; "
            + "it was read as missing");
    assertThat(statuses(c.batches().get(0), 0)).containsExactly(CellStatus.REPORTED, CellStatus.MISSING);
    assertThat(values(c.batches().get(0), 1)).containsExactly(10.0, 10.0);
  }

  @Test
  void aZeroBesideItsOwnPartIsMissing() {
    TransformResult c = read(HEADER + "2016-17,April,RA1,One,0,11\n");
    assertThat(kinds(c)).containsExactly(Kind.IMPOSSIBLE_VALUE);
    assertThat(statuses(c.batches().get(0), 0)).containsExactly(CellStatus.MISSING, CellStatus.REPORTED);
  }

  @Test
  void anImpossibleValueIsNotComparedWithTheTotal() {
    TransformResult c =
        read(HEADER + "2016-17,April,RA1,One,-50,1\n2016-17,April,RA2,Two,10,1\nTotal,,,,100,2\n");
    assertThat(kinds(c)).containsExactly(Kind.NEGATIVE_COUNT);
  }

  @Test
  void organisationsOfOtherCountriesAreNamed() {
    TransformResult c =
        read(
            HEADER + "2016-17,April,7A1,Betsi Cadwaladr,1,1\n"
                + "2016-17,April,BCU,Betsi Cadwaladr University Health Board,1,1\n2016-17,April,ZT001,Belfast,1,1\n"
                + "2016-17,April,TAE,Manchester Mental Health and Social Care Trust,1,1\n");
    assertThat(kinds(c)).containsExactly(Kind.OTHER_COUNTRY, Kind.OTHER_COUNTRY, Kind.OTHER_COUNTRY);
    assertThat(organisations(c)).containsExactly("TAE");
  }

  @Test
  void exchangedColumnsSetTheFileAside() {
    StringBuilder table = new StringBuilder(HEADER);
    for (int org = 0; org < 6; org++) {
      table.append("2016-17,April,RA").append(org).append(",Trust,").append(10 + org).append(",100\n");
    }
    assertThat(read(table.toString()).findings())
        .filteredOn(f -> f.severity() == Severity.SET_ASIDE)
        .singleElement()
        .satisfies(f -> assertThat(f.sentence()).contains("Breaches", "in 6 of 6 rows it is above 'Attendances'"));
    assertThat(read(HEADER + "2016-17,April,RA1,One,10,100\n2016-17,April,RA2,Two,10,9\n").findings())
        .extracting(Finding::kind).containsExactly(Kind.IMPOSSIBLE_VALUE);
  }
}
