package uk.footprints.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Missing is not zero, and suppressed is not missing. */
class CellValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0           | 0
          ' 1234 '    | 1234
          1,234,567   | 1234567
          -12         | -12
          (12)        | -12
          £1,234.50   | 1234.5
          1 234       | 1234
          1 234 567.5 | 1234567.5
          1'234       | 1234
          1’234’567   | 1234567
          31,000.50-  | -31000.5
          31,000.50CR | -31000.5
          31,000.50 cr | -31000.5
          31,000.50DR | 31000.5
          GBP 31,000.50 | 31000.5
          31,000.50 GBP | 31000.5
          -£1,234     | -1234
          £-1,234     | -1234
          (£1,234.50) | -1234.5
          £(1,234.50) | -1234.5
          £ 1 234.50  | 1234.5
          −12         | -12
          –12         | -12
          –£1,200     | -1200
          1,234 [p]   | 1234
          12[r]       | 12
          7 [note 2]  | 7
          57.0879120879121 | 57.0879120879121
          1.5E3       | 1500
          """)
  void numbers(String cell, double number) {
    assertThat(CellValue.read(cell)).contains(new CellValue(number, CellStatus.REPORTED));
  }

  /** No-break, narrow no-break, thin and figure spaces separate thousands, and are nothing at the ends. */
  @ParameterizedTest
  @ValueSource(chars = {'\u00a0', '\u202f', '\u2009', '\u2007', ' ', '\''})
  void separatorsOfThousands(char separator) {
    String cell = "1" + separator + "276" + separator + "571";
    assertThat(CellValue.read(cell)).contains(new CellValue(1_276_571, CellStatus.REPORTED));
    assertThat(CellValue.read("\u00a0" + cell + ".5\u2009")).contains(new CellValue(1_276_571.5, CellStatus.REPORTED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          *    | SUPPRESSED
          [c]  | SUPPRESSED
          -    | NOT_APPLICABLE
          N/A  | NOT_APPLICABLE
          NA   | MISSING
          [x]  | MISSING
          ''   | MISSING
          ..   | MISSING
          …    | MISSING
          [w]  | MISSING
          not available | MISSING
          [low] | SUPPRESSED
          [ C ] | SUPPRESSED
          low  | SUPPRESSED
          <5   | SUPPRESSED
          < 10 | SUPPRESSED
          ≤7   | SUPPRESSED
          fewer than 5 | SUPPRESSED
          5 or fewer | SUPPRESSED
          1-7  | SUPPRESSED
          1 to 4 | SUPPRESSED
          ~    | SUPPRESSED
          [u]  | SUPPRESSED
          :    | NOT_APPLICABLE
          .    | NOT_APPLICABLE
          [z]  | NOT_APPLICABLE
          n/a  | NOT_APPLICABLE
          n.a. | NOT_APPLICABLE
          """)
  void marks(String cell, CellStatus status) {
    assertThat(CellValue.read(cell).map(CellValue::status)).contains(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "12a", "1,23", "1 23", "12 34", "1,234 567", "1'23", "#ERROR", "NaN", "Infinity",
      "0x10", "12%", "1e999", "1d", "$12", "€12", "-12CR", "(12)-", "12 [e]",
      "5-1-20", "[", "<", "nil", "#REF!", "1-2-3"})
  void refused(String cell) {
    assertThat(CellValue.read(cell)).isEmpty();
  }

  @Test
  void missingHasNoNumber() {
    assertThat(CellValue.missing().number()).isNaN();
  }
}
