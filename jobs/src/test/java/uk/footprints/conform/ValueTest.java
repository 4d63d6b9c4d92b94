package uk.footprints.conform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Missing is not zero, and suppressed is not missing. */
class ValueTest {

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
    assertThat(Value.read(cell)).contains(new Value(number, Status.REPORTED));
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
  void marks(String cell, Status status) {
    assertThat(Value.read(cell).map(Value::status)).contains(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "12a", "1,23", "1 234", "#ERROR", "NaN", "Infinity", "0x10", "12%", "1e999", "1d"})
  void refused(String cell) {
    assertThat(Value.read(cell)).isEmpty();
  }

  @Test
  void missingHasNoNumber() {
    assertThat(Value.missing().number()).isNaN();
  }
}
