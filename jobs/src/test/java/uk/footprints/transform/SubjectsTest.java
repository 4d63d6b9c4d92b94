package uk.footprints.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.format.UnreadableFileException;
import uk.footprints.format.WorkbookReader;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.HeaderRows;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.PeriodKind;
import uk.footprints.publication.RevisionStatus;

/** Whose figures rows hold, which period columns hold, and which columns add up others. */
class SubjectsTest {

  private static final ObservationBatch.Origin ORIGIN =
      new ObservationBatch.Origin("0", LocalDate.of(2020, 1, 1), RevisionStatus.PROVISIONAL);
  private static final RowRules RULES = RowRules.of("test", "provider", PeriodKind.MONTH);

  private static TransformResult read(Layout layout, RowRules rules, String table) {
    try {
      var sheet = WorkbookReader.read(table.getBytes(StandardCharsets.UTF_8)).sheets().get(0);
      HeaderMatch match = HeaderMatch.find(layout, HeaderRows.of(sheet)).orElseThrow();
      assertThat(match.difference()).isEmpty();
      TransformResult result = ObservationTransformer.read(match, rules, Location.file("f.csv")).publishedAs(ORIGIN);
      assertThat(result.accounting().balances()).as("%s", result.accounting()).isTrue();
      return result;
    } catch (UnreadableFileException e) {
      throw new AssertionError(e);
    }
  }

  /** Each figure as role, code, first day, measure and value. */
  private static List<String> figures(TransformResult result) {
    List<String> all = new ArrayList<>();
    for (ObservationBatch b : result.batches()) {
      for (int i = 0; i < b.orgCodes().size(); i++) {
        for (int m = 0; m < b.measures().size(); m++) {
          String value = b.status(i, m) == CellStatus.REPORTED ? "" + (int) b.value(i, m) : "" + b.status(i, m);
          all.add(String.join(" ", b.orgRole(), b.orgCodes().get(i), "" + b.period().start(), b.measures()
              .get(m), value));
        }
      }
    }
    return all;
  }

  private static List<String> messages(TransformResult result) {
    return result.findings().stream().map(Finding::message).toList();
  }

  @Test
  void daysAcrossAreOneLineADayAndOneRowOfTheFile() {
    Layout layout =
        Layout.of(
                "test",
                LayoutColumn.of(Role.ORG_CODE, "Code"),
                LayoutColumn.of(Role.ORG_NAME, "Name"),
                LayoutColumn.measure("core", "<day> | Core"),
                LayoutColumn.measure("open", "<day> | Open"),
                LayoutColumn.ignored("<day> | Rate"))
            .underGroups()
            .datesAcross();
    TransformResult c =
        read(
            layout,
            RowRules.of("test", "provider", PeriodKind.DAY),
            ",,43801,,,43802\nCode,Name,Core,Open,Rate,Core,Open\n-,England,3,30,.1,7,71\nR1A,A,1,10,.1,3,30\n"
                + "R1B,B,2,20,.1,4,40\nNotes:\n");
    assertThat(figures(c))
        .containsExactly(
            "provider R1A 2019-12-02 core 1", "provider R1A 2019-12-02 open 10", "provider R1B 2019-12-02 core 2",
            "provider R1B 2019-12-02 open 20", "provider R1A 2019-12-03 core 3", "provider R1A 2019-12-03 open 30",
            "provider R1B 2019-12-03 core 4", "provider R1B 2019-12-03 open 40");
    assertThat(c.accounting()).isEqualTo(new RowAccounting(6, 2, 2, 1, 1, 0, 0, 8, 0));
    assertThat(messages(c))
        .containsExactly("the organisations add to 70.00 but the file's own total says 71.00 (difference 1.00)");
  }

  @Test
  void rowsAboutEnglandNeedNoCodeAndKeysAreCarriedDown() {
    Layout layout =
        Layout.of(
            "test", LayoutColumn.of(Role.KEY, "Type"), LayoutColumn.of(Role.KEY, "Reason"),
                LayoutColumn.measure("nhs", "NHS"));
    RowRules rules =
        RowRules.of("test", RowSubject.ENGLAND, PeriodKind.MONTH)
            .keyedBy((measure, key) -> measure + " " + key)
            .blankMeans(CellValue.notApplicable());
    TransformResult c = read(layout, rules, "Period:,April 2017\nType,Reason,NHS\nAcute,A,1\n,B,2\nOther,A,3\n,-,\n");
    assertThat(figures(c))
        .containsExactlyInAnyOrder(
            "country E92000001 2017-04-01 nhs Acute|A 1",
            "country E92000001 2017-04-01 nhs Acute|B 2",
            "country E92000001 2017-04-01 nhs Other|A 3");
    assertThat(c.accounting().notes()).isEqualTo(1);
  }

  @Test
  void aLevelGivesTheRoleAndEnglandIsComparedWithItsRegions() {
    Layout layout =
        Layout.of(
            "test",
            LayoutColumn.of(Role.PERIOD, "Month"),
            LayoutColumn.of(Role.LEVEL, "Level"),
            LayoutColumn.of(Role.ORG_CODE, "Code"),
            LayoutColumn.of(Role.ORG_NAME, "Name"),
            LayoutColumn.of(Role.PARENT, "Region"),
            LayoutColumn.measure("a", "Admissions"));
    Map<String, RowSubject> levels =
        Map.of(
            "National", RowSubject.ENGLAND.adding("region"),
            "Region", RowSubject.parent("region"),
            "Provider", RowSubject.of("provider"));
    String table =
        "Month,Level,Code,Name,Region,Admissions\nApr 2020,National,All,-,-,%s\nApr 2020,Region,-,-,Y56,10\n"
            + "Apr 2020,Region,-,-,Y58,20\nApr 2020,Provider,R1A,A,Y56,*\n%s";
    TransformResult c = read(layout, RULES.byLevel(levels)
        .roundedTo(5), table.formatted("33", "Apr 2020,Ward,X1,x,Y56,1\n"));
    assertThat(figures(c))
        .containsExactly(
            "country E92000001 2020-04-01 a 33", "provider R1A 2020-04-01 a SUPPRESSED", "region Y56 2020-04-01 a 10",
            "region Y58 2020-04-01 a 20");
    assertThat(messages(c)).containsExactly("expected what the organisation is, found 'Ward'");
    assertThat(messages(read(layout, RULES.byLevel(levels).roundedTo(5), table.formatted("43", ""))))
        .containsExactly("the organisations add to 30.00 but the file's own total says 43.00 (difference 13.00)");
  }

  @Test
  void columnsThatAddUpOthersAreCheckedAndMayBeKeptOrNot() {
    Layout layout =
        Layout.of(
            "test",
            LayoutColumn.of(Role.PERIOD, "Month"),
            LayoutColumn.of(Role.ORG_CODE, "Code"),
            LayoutColumn.measure("days.acute", "Acute"),
            LayoutColumn.measure("days.other", "Other"),
            LayoutColumn.measure("days.total", "Total").adding("days.acute", "days.other"),
            LayoutColumn.sum("Both kinds", "days.acute", "days.other"));
    TransformResult c =
        read(layout, RULES, "Month,Code,Acute,Other,Total,Both kinds\nApr 2020,R1A,1,2,4,3\nApr 2020,R1B,1,*,9,9\n");
    assertThat(c.batches().get(0).measures()).containsExactly("days.acute", "days.other", "days.total");
    assertThat(messages(c))
        .containsExactly("its parts do not add up to it in 1 rows, of which this is the first; "
            + "the largest difference is 1.00");
    assertThat(c.findings().get(0).place()).isEqualTo(Location.file("f.csv").row(2).column("Total"));
  }

  /** On most days one department diverts its ambulances, and is the sum of all others only because they had none. */
  @Test
  void whereTheTotalAgreesNoRowIsAnother() {
    Layout layout =
        Layout.of(
            "test", LayoutColumn.of(Role.PERIOD, "Month"), LayoutColumn.of(Role.ORG_CODE, "Code"),
                LayoutColumn.measure("d", "Diverts"));
    String rows = "Apr 2020,R1A,3\nApr 2020,R1B,1\nApr 2020,R1C,1\nApr 2020,R1D,1\n";
    assertThat(read(layout, RULES, "Month,Code,Diverts\nApr 2020,Total,6\n" + rows).findings()).isEmpty();
    assertThat(read(layout, RULES, "Month,Code,Diverts\n" + rows).findings())
        .extracting(Finding::kind)
        .containsExactly(Kind.TOTAL_BY_SUM);
  }
}
