package uk.footprints.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.footprints.site.PageImprint;
import uk.footprints.site.SourcePublication;
import uk.footprints.table.Field;
import uk.footprints.table.RowCells;
import uk.footprints.table.Table;
import uk.footprints.table.TableData;

class ReportWorkbookWriterTest {

  private static final Table TABLE =
      new Table(
          "some_areas",
          "area x period",
          List.of("area_code"),
          List.of(
              Field.key("area_name", "Name."),
              Field.date("period_start", "First day."),
              Field.date("period_end", "Last day."),
              Field.number("value", "The value & more.", "per 1,000 < people"),
              Field.whole("rank", "1 is the highest.", ""),
              Field.number("completeness", "Share.", "0 to 1"),
              Field.key("status", "reported, incomplete or suppressed."),
              Field.text("reason", "Why.")));

  private static RowCells row(String name, Double value, Long rank, double completeness, String status) {
    return RowCells.of(
        name, LocalDate.of(2016, 4, 1), LocalDate.of(2017, 3, 31), value, rank, completeness, status, null);
  }

  private static byte[] written(List<RowCells> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportWorkbookWriter.write(
        new WorkbookContent(
            "how <far> & wide?", new TableData(TABLE, rows), "", List.of(),
            List.of(new SourcePublication("d", "A \"publication\" & its <tables>", "NHS England", "OGL")),
            new PageImprint("20260101T000000Z-0", "1 January 2026, 00:00 UTC", "1")),
        out);
    return out.toByteArray();
  }

  /** The rows of the table, below its headings. */
  private static List<Row> table(byte[] workbook) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      List<Row> rows = book.getSheets().reduce((a, b) -> b).orElseThrow().read();
      int head = 0;
      while (!rows.get(head).getCellText(0).equals("Area name")) {
        head++;
      }
      return rows.subList(head + 1, rows.size());
    }
  }

  static List<String> names() {
    return List.of(
        "Coventry and Warwickshire",
        "<script>alert(1)</script>",
        "\"O'Brien\" & 'Sons' ]]> &amp;",
        "=HYPERLINK(\"http://example.org\",\"x\")",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1:A9)",
        "\t=1+1",
        "مستشفى الملك",
        "\u202Edrawkcab\u202C",
        "👩🏽‍⚕️ Ward 🏥",
        "lone \uD83C surrogate",
        "bell \u0007 and nul \u0000",
        "two\nlines",
        "_x000D_",
        "a".repeat(10_000),
        "🏥".repeat(20_000));
  }

  @ParameterizedTest
  @MethodSource("names")
  void anyNameIsATextAndNothingElse(String name) throws IOException {
    byte[] workbook = written(List.of(row(name, 1.5, 1L, 1, "reported")));
    assertThat(AccessibilityChecklist.faults(workbook)).isEmpty();
    String read = table(workbook).get(0).getCellText(0);
    assertThat(read.length()).isLessThanOrEqualTo(WorkbookText.LONGEST);
    boolean whole = name.length() <= WorkbookText.LONGEST && name.chars().noneMatch(c -> c == 0 || c == 7)
        && name.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    if (whole) {
      assertThat(read).isEqualTo(name);
    } else {
      assertThat(read).isNotBlank().doesNotContain("\u0000", "\u0007");
    }
  }

  @Test
  void absentFiguresHaveAMarkAndFiguresStayNumbers() throws IOException {
    List<RowCells> rows = new ArrayList<>();
    rows.add(row("a", 0.1 + 0.2, 1L, 1, "reported"));
    rows.add(row("b", 3.0, null, 0.91, "incomplete"));
    rows.add(row("c", null, null, 1, "suppressed"));
    rows.add(row("d", null, null, Double.NaN, "no_value"));
    byte[] workbook = written(rows);
    assertThat(AccessibilityChecklist.faults(workbook)).isEmpty();
    List<Row> table = table(workbook);
    assertThat(table.get(0).getCell(3).asNumber().doubleValue()).isEqualTo(0.1 + 0.2);
    assertThat(table.get(0).getCell(1).asDate().toLocalDate()).isEqualTo(LocalDate.of(2016, 4, 1));
    assertThat(table.stream().map(r -> r.getCell(3).getRawValue()).toList().subList(1, 4))
        .containsExactly("3.0", "[c]", "[x]");
    assertThat(table.stream().map(r -> r.getCellText(4)).toList()).containsExactly("1", "[x]", "[c]", "[x]");
    assertThat(table.stream().map(r -> r.getCellText(7)).toList()).containsExactly("[z]", "[z]", "[c]", "[z]");
    assertThat(table.stream().map(r -> r.getCellText(8)).toList()).containsExactly("none", "[u]", "none", "none");
  }

  @Test
  void aTableWithoutRowsIsStillATable() throws IOException {
    assertThat(AccessibilityChecklist.faults(written(List.of()))).isEmpty();
  }

  @Test
  void theChecklistSeesFaults() throws IOException {
    byte[] workbook = written(List.of(row("[q]", 1.0, 1L, 1, "reported")));
    assertThat(AccessibilityChecklist.faults(workbook)).singleElement().asString().contains("[q]");
  }
}
