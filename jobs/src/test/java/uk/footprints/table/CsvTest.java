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
}
