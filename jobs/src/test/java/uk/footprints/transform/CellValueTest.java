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
          57.0879120879121 | 57.0879120879121
          1.5E3       | 1500
          """)
  void numbers(String cell, double number) {
    assertThat(CellValue.read(cell)).contains(new CellValue(number, CellStatus.REPORTED));
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
          """)
  void marks(String cell, CellStatus status) {
    assertThat(CellValue.read(cell).map(CellValue::status)).contains(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "12a", "1,23", "1 234", "#ERROR", "NaN", "Infinity", "0x10", "12%", "1e999", "1d"})
  void refused(String cell) {
    assertThat(CellValue.read(cell)).isEmpty();
  }

  @Test
  void missingHasNoNumber() {
    assertThat(CellValue.missing().number()).isNaN();
  }
}
