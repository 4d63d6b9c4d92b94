package uk.footprints.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Place;
import uk.footprints.parse.Books;
import uk.footprints.parse.Column;
import uk.footprints.parse.Column.Role;
import uk.footprints.parse.Headings;
import uk.footprints.parse.Layout;
import uk.footprints.parse.Proof;
import uk.footprints.parse.Unreadable;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;

/** Every row is an organisation's, a total, a note or refused; none is lost. */
class ObservingTest {

  private static final Layout LAYOUT =
      Layout.of(
          "test",
          Column.of(Role.YEAR, "Year"),
          Column.of(Role.PERIOD, "Period"),
          Column.of(Role.ORG_CODE, "Org Code"),
          Column.of(Role.ORG_NAME, "Org Name"),
          Column.measure("a", "Attendances"),
          Column.measure("b", "Breaches"));

  private static final String HEADER = "Year,Period,Org Code,Org Name,Attendances,Breaches\n";
  private static final Block.Origin ORIGIN = new Block.Origin("0", LocalDate.of(2017, 6, 1), "provisional");

  private static Conformed read(String table) {
    try {
      var sheet = Books.read(table.getBytes(StandardCharsets.UTF_8)).sheets().get(0);
      Proof proof = Proof.find(LAYOUT, Headings.of(sheet)).orElseThrow();
      assertThat(proof.difference()).isEmpty();
      Rules rules = Rules.of("test", "provider", PeriodKind.MONTH);
      Conformed conformed = Observing.read(proof, rules, ORIGIN, Place.file("f.csv"));
      assertThat(conformed.accounting().balances()).as("%s", conformed.accounting()).isTrue();
      return conformed;
    } catch (Unreadable e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> organisations(Conformed conformed) {
    List<String> codes = new ArrayList<>();
    conformed.blocks().forEach(b -> codes.addAll(List.of(b.orgCodes())));
    return codes;
  }

  private static List<Kind> kinds(Conformed conformed) {
    return conformed.findings().stream().map(Finding::kind).toList();
  }

  private static Optional<String> message(Conformed conformed, Kind kind) {
    return conformed.findings().stream().filter(f -> f.kind() == kind).map(Finding::sentence).findFirst();
  }

  @Test
  void aTotalThatSaysSoIsNoOrganisation() {
    for (String total : List.of("TOTAL,TOTAL,TOTAL,TOTAL", "2016-17,April,,England", "2016-17,April,Total ,x", "TOTAl,,,")) {
      Conformed c = read(HEADER + "2016-17,April,RA1,One,10,1\n2016-17,April,RA2,Two,20,2\n" + total + ",30,3\n");
      assertThat(organisations(c)).as(total).containsExactly("RA1", "RA2");
      assertThat(c.accounting().totals()).isEqualTo(1);
      assertThat(kinds(c)).isEmpty();
    }
  }

  @Test
  void aTotalThatDoesNotSaySoIsKnownByAddingUp() {
    Conformed c =
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
    Conformed c = read(HEADER + "2016-17,April,X24,NHS ENGLAND,7,1\n2016-17,April,RA1,One,10,1\n2016-17,April,,England,17,2\n");
    assertThat(organisations(c)).containsExactly("X24", "RA1");
  }

  @Test
  void aTotalThatDisagreesIsAFindingWithTheDifference() {
    Conformed c = read(HEADER + "2016-17,April,RA1,One,10,1\n2016-17,April,RA2,Two,20,2\nTotal,,,,31,3\n");
    assertThat(message(c, Kind.TOTAL_DISAGREES))
        .contains(
            "f.csv, row 4, column Attendances: the organisations add to 30.00 but the file's own total says 31.00 "
                + "(difference 1.00)");
  }

  @Test
  void missingIsNotZeroAndSuppressedIsNotMissing() {
    Conformed c = read(HEADER + "2016-17,April,RA1,One,*,\n2016-17,April,RA2,Two,-,0\n");
    Block block = c.blocks().get(0);
    assertThat(block.statuses()[0]).containsExactly(Status.SUPPRESSED, Status.MISSING);
    assertThat(block.statuses()[1]).containsExactly(Status.NOT_APPLICABLE, Status.REPORTED);
    assertThat(block.values()[0]).containsExactly(Double.NaN, Double.NaN);
  }

  @Test
  void aCellThatIsNoNumberIsRefusedAndTheRestStays() {
    Conformed c = read(HEADER + "2016-17,April,RA1,One,ten,1\n");
    assertThat(message(c, Kind.NOT_A_NUMBER))
        .contains("f.csv, row 2, column Attendances: expected a number, found 'ten'");
    assertThat(c.accounting().cells()).isEqualTo(2);
    assertThat(c.accounting().cellsRejected()).isEqualTo(1);
    assertThat(c.blocks().get(0).size()).isEqualTo(1);
  }

  @Test
  void yearsThatRunOnAreReadFromTheTitleBlock() {
    Conformed c =
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
  void aMisspeltMonthIsUnderstoodAndSaid() {
    Conformed c = read(HEADER + "2016-17,Janaury,RA1,One,1,1\n");
    assertThat(c.periods()).containsExactly(Period.month(2017, 1));
    assertThat(kinds(c)).containsExactly(Kind.MISSPELT_MONTH);
  }

  @Test
  void aPeriodThatContradictsTheTitleIsAConflict() {
    Conformed c =
        read("Period:,May 2017\nYear,Period,Org Code,Org Name,Attendances,Breaches\n2017-18,June,RA1,One,1,1\n");
    assertThat(kinds(c)).containsExactly(Kind.PERIOD_CONFLICT);
  }

  @Test
  void footnotesAreNotes() {
    Conformed c = read(HEADER + "2016-17,April,RA1,One,1,1\nNote:\nA trust did not submit.\n");
    assertThat(c.accounting().notes()).isEqualTo(2);
    assertThat(organisations(c)).containsExactly("RA1");
  }

  @Test
  void anOrganisationWithoutFiguresIsMissingAndNotLost() {
    Conformed c = read(HEADER + "2016-17,April,RA1,One,,\n2016-17,April,RA2,Two,1,1\n");
    assertThat(organisations(c)).containsExactly("RA1", "RA2");
    assertThat(c.blocks().get(0).statuses()[0]).containsOnly(Status.MISSING);
  }

  @Test
  void figuresWithoutACodeAreRefused() {
    Conformed c = read(HEADER + "2016-17,April,,Somebody,1,1\n2016-17,April,RA2,Two,1,1\n");
    assertThat(message(c, Kind.NO_ORGANISATION))
        .contains("f.csv, row 2, column Org Code: expected an organisation's code, found ''");
    assertThat(c.accounting().rejected()).isEqualTo(1);
  }

  @Test
  void theSecondOfTwoRowsIsRefused() {
    Conformed c = read(HEADER + "2016-17,April,RA1,One,1,1\n2016-17,April,RA1,One,2,1\n");
    assertThat(kinds(c)).containsExactly(Kind.DUPLICATE_ROW);
    assertThat(c.blocks().get(0).values()[0]).containsExactly(1, 1);
  }

  @Test
  void aNegativeCountIsKeptAndSaid() {
    Conformed c = read(HEADER + "2016-17,April,RA1,One,-5,1\n");
    assertThat(kinds(c)).containsExactly(Kind.NEGATIVE_COUNT);
    assertThat(c.blocks().get(0).values()[0][0]).isEqualTo(-5);
  }
}
