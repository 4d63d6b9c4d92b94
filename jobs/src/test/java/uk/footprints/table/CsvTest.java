package uk.footprints.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "=1+1 | '=1+1",
        "+cmd | '+cmd",
        "@SUM(A1) | '@SUM(A1)",
        "-2+3 | '-2+3",
        "-12.5 | -12.5",
        "+44 | +44",
        "\uFF1D1+1 | '\uFF1D1+1",
        "- | '-",
        "<script>alert(1)</script> | <script>alert(1)</script>",
        "\u0645\u0633\u062A\u0634\u0641\u0649 | \u0645\u0633\u062A\u0634\u0641\u0649",
        "R1H | R1H"
      })
  void a_text_that_looks_like_a_formula_is_prefixed_with_an_apostrophe(String text, String cell) {
    assertThat(Csv.cell(text)).isEqualTo(cell);
  }

  @Test
  void a_leading_tab_or_line_end_does_not_hide_a_formula() {
    assertThat(Csv.cell("\t=1+1")).isEqualTo("'\t=1+1");
    assertThat(Csv.cell("\r\n=1+1")).isEqualTo("'\r\n=1+1");
  }

  @Test
  void numbers_are_plain() {
    assertThat(Csv.cell(55_977_178.0)).isEqualTo("55977178");
    assertThat(Csv.cell(0.00001)).isEqualTo("0.000010");
    assertThat(Csv.cell(-49.9)).isEqualTo("-49.9");
    assertThat(Csv.cell(Double.NaN)).isEmpty();
    assertThat(Csv.cell(null)).isEmpty();
    assertThat(Csv.cell(LocalDate.of(2016, 4, 1))).isEqualTo("2016-04-01");
  }

  @Test
  void a_long_name_is_not_cut() {
    String name = "\uD83C\uDFE5".repeat(5_000);
    assertThat(Csv.cell(name)).isEqualTo(name);
  }

  @Test
  void commas_quotes_and_line_ends_are_quoted() {
    Table table = new Table("t", "r", List.of(), List.of(Field.text("a", ""), Field.number("b", "", "")));
    byte[] csv = Csv.bytes(new TableData(table, List.of(RowCells.of("x, \"y\"\nz", 1.5))));
    assertThat(new String(csv, StandardCharsets.UTF_8)).isEqualTo("a,b\n\"x, \"\"y\"\"\nz\",1.5\n");
  }

  @Test
  void numbers_and_days_are_written_as_a_list_of_texts_would_be() {
    List<Object> values =
        List.of(
            0.0, -0.0, 1.0, -1.0, 9.0, 10.0, 99.0, 100.0, -1234567.0, 999999999999999.0, 1e15, 1e22, -1e15, 0.1, 1e-7,
            123456.75, 12345678.5, 0L, 7L, -7L, 10L, Long.MAX_VALUE, Long.MIN_VALUE, LocalDate.of(2016, 4, 1),
            LocalDate.of(999, 1, 2), LocalDate.of(12000, 12, 31), true, false);
    Table table = new Table("t", "r", List.of(), List.of(Field.text("a", ""), Field.text("b", "")));
    List<RowCells> rows = values.stream().map(value -> RowCells.of(value, value)).toList();
    String expected =
        "a,b\n"
            + String.join("", values.stream().map(Csv::cell).map(text -> text + "," + text + "\n").toList());
    assertThat(new String(Csv.bytes(new TableData(table, rows)), StandardCharsets.UTF_8)).isEqualTo(expected);
  }

  @Test
  void a_repeated_text_and_one_longer_than_the_buffer_are_written_whole() {
    Table table = new Table("t", "r", List.of(), List.of(Field.text("a", ""), Field.number("b", "", "")));
    String same = "Barts, \u00e9";
    String longer = "x".repeat(200_000);
    List<RowCells> rows =
        List.of(
            RowCells.of(same, 1.0), RowCells.of(same, 2.0), RowCells.of(null, Double.NaN), RowCells.of(longer, null),
            RowCells.of("# no comment", 3L), RowCells.of(same, 4L));
    assertThat(new String(Csv.bytes(new TableData(table, rows)), StandardCharsets.UTF_8))
        .isEqualTo(
            "a,b\n\"Barts, \u00e9\",1\n\"Barts, \u00e9\",2\n,\n" + longer
                + ",\n\"# no comment\",3\n\"Barts, \u00e9\",4\n");
  }
}
