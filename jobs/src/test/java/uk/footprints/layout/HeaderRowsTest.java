package uk.footprints.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.footprints.format.Sheet;
import uk.footprints.format.UnreadableFileException;
import uk.footprints.format.WorkbookReader;
import uk.footprints.layout.LayoutColumn.Role;

/** How headers of several rows, families of columns and days across are proved. */
class HeaderRowsTest {

  private static HeaderMatch prove(Layout layout, String table) throws UnreadableFileException {
    Sheet sheet = WorkbookReader.read(table.getBytes(StandardCharsets.UTF_8)).sheets().get(0);
    return HeaderMatch.find(layout, HeaderRows.of(sheet)).orElseThrow();
  }

  private static List<String> names(HeaderMatch proof) {
    return proof.columns().stream().map(c -> c == null ? "" : c.name()).toList();
  }

  @Test
  void aGroupHoldsUpToAGap() throws UnreadableFileException {
    Layout layout =
        Layout.of(
                "test",
                LayoutColumn.of(Role.ORG_CODE, "Code"),
                LayoutColumn.measure("days.acute", "Days | Acute"),
                LayoutColumn.measure("days.total", "Days | Total"),
                LayoutColumn.measure("beds.acute", "Beds | Acute"),
                LayoutColumn.measure("transfers", "Transfers"))
            .underGroups();
    HeaderMatch proof = prove(layout, ",Days,,,Beds,,\nCode,Acute,Total,,Acute,,Transfers\nR1A,1,2,,3,,4\n");
    assertThat(proof.difference()).isEmpty();
    assertThat(names(proof)).containsExactly("ORG_CODE", "days.acute", "days.total", "", "beds.acute", "", "transfers");
  }

  @Test
  void groupsMayStandInSeveralRows() throws UnreadableFileException {
    Layout layout =
        Layout.of(
                "test",
                LayoutColumn.of(Role.PERIOD, "Period"),
                LayoutColumn.each("days.{1}.reason.{2}.{3}", "Acute | A) x | NHS", "(.+) \\| ([a-z]+)\\).* \\| (.+)"))
            .underGroups(2);
    HeaderMatch proof =
        prove(layout, ",Acute,,,Non-Acute\n,A) One,,Di) Two,A) One\nPeriod,NHS,Social Care,NHS,Both\nMay,1,2,3,4\n");
    assertThat(proof.difference()).isEmpty();
    assertThat(names(proof))
        .containsExactly(
            "PERIOD", "days.acute.reason.a.nhs", "days.acute.reason.a.social_care", "days.acute.reason.di.nhs",
            "days.non_acute.reason.a.both");
  }

  @Test
  void aFamilyTakesEveryHeadingThatMatchesAndNoOther() throws UnreadableFileException {
    Layout layout =
        Layout.of("test", LayoutColumn.of(Role.ORG_CODE, "Code"), LayoutColumn.each("beds.{1}", "100 Surgery", "(\\d{3}) .+"));
    assertThat(names(prove(layout, "Code,100 General Surgery,959 Something New\nR1A,1,2\n")))
        .containsExactly("ORG_CODE", "beds.100", "beds.959");
    assertThat(prove(layout, "Code,100 General Surgery,Beds\nR1A,1,2\n").difference())
        .isEqualTo("found column 'Beds', not known");
    assertThat(prove(layout, "Code\nR1A\n").difference()).isEqualTo("expected column '100 Surgery', not found");
  }

  @Test
  void aColumnStandsOnceForEachDay() throws UnreadableFileException {
    Layout layout =
        Layout.of("test", LayoutColumn.of(Role.ORG_CODE, "Code"), LayoutColumn.measure("open", "Open_<day>")).datesAcross();
    HeaderMatch proof = prove(layout, "Code,Open_43801,Open_43802\nR1A,1,2\n");
    assertThat(proof.difference()).isEmpty();
    assertThat(proof.days()).containsExactly(null, LocalDate.of(2019, 12, 2), LocalDate.of(2019, 12, 3));
    assertThat(prove(layout, "Code,Open_43801,Open_43801\nR1A,1,2\n").difference())
        .isEqualTo("found column 'Open_43801', not known");
  }

  @ParameterizedTest
  @CsvSource({
    "43801, <day>, 2019-12-02",
    "43801 | Core Beds, <day> | Core Beds, 2019-12-02",
    "Total beds occ'd_43891, Total beds occ'd_<day>, 2020-03-01",
    "Code 123456, Code 123456,",
    "12345, 12345,",
    "5+ days, 5+ days,"
  })
  void aDayInAHeadingIsTakenOut(String heading, String text, LocalDate day) {
    assertThat(DatedHeading.of(heading)).isEqualTo(new DatedHeading(text, day));
  }

  @Test
  void noKeyOfAnyRowIsLookedForInVain() throws UnreadableFileException {
    String table =
        "Title | of a table,,\n,Acute  ,,Non-Acute,\n,A | One,,43801,\nPeriod, NHS,Beds Open_43801,NHS,x | y\n"
            + "May,1,2,3,4\n";
    Sheet sheet = WorkbookReader.read(table.getBytes(StandardCharsets.UTF_8)).sheets().get(0);
    Layout plain = Layout.of("test", LayoutColumn.of(Role.PERIOD, "Period"));
    for (Layout layout : List.of(plain, plain.underGroups(1), plain.underGroups(2), plain.underGroups(3))) {
      for (Layout way : List.of(layout, layout.datesAcross())) {
        HeaderRows rows = HeaderRows.of(sheet);
        for (HeaderRows.Row row : rows.of(way)) {
          assertThat(row.all()).allMatch(key -> HeaderRows.of(sheet).mayHave(List.of(key)));
        }
      }
    }
    assertThat(HeaderRows.of(sheet).mayHave(List.of("acute | social care", "beds"))).isFalse();
  }

  @Test
  void aLayoutUnderGroupsIsFoundBelowTheFirstRows() throws UnreadableFileException {
    Layout layout =
        Layout.of("test", LayoutColumn.of(Role.ORG_CODE, "Code"), LayoutColumn.measure("days.acute", "Days | Acute"))
            .underGroups();
    Sheet sheet =
        WorkbookReader.read("Title,\n,Days\nCode,Acute\nR1A,1\n".getBytes(StandardCharsets.UTF_8)).sheets().get(0);
    assertThat(LayoutMatches.of(List.of(HeaderRows.of(sheet)), List.of(layout)).matches()).hasSize(1);
    Layout other =
        Layout.of("test", LayoutColumn.of(Role.ORG_CODE, "Code"), LayoutColumn.measure("beds.acute", "Beds | Acute"))
            .underGroups();
    assertThat(LayoutMatches.of(List.of(HeaderRows.of(sheet)), List.of(other)).matches()).isEmpty();
  }
}
