package uk.footprints.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.footprints.catalogue.Datasets;
import uk.footprints.period.Period;
import uk.footprints.runtime.UserException;

/** Which comparisons cross a change of recording. */
class RecordingBreakTest {

  private static RecordingBreak read(String row) {
    String csv = "datasets,measures,by,date,until,reason,source\n" + row;
    return RecordingBreak.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))).get(0);
  }

  @ParameterizedTest
  @CsvSource({"2019,2020,false", "2019,2021,true", "2021,2023,true", "2023,2025,true", "2024,2019,true", "2026,2027,false"})
  void aChangeOfYearsIsCrossedFromItsStartToItsEnd(int one, int other, boolean crossed) {
    RecordingBreak change = read("d,m,care,2021-04-01,2025-07-01,r,s");
    assertThat(change.isCrossed(Period.financialYear(one), Period.financialYear(other))).isEqualTo(crossed);
  }

  @ParameterizedTest
  @CsvSource({"2019,2020,true", "2020,2021,true", "2021,2022,false"})
  void aStepIsCrossedFromTheYearThatHasIt(int one, int other, boolean crossed) {
    RecordingBreak change = read("d,m,care,2020-08-01,,r,s");
    assertThat(change.isCrossed(Period.financialYear(one), Period.financialYear(other))).isEqualTo(crossed);
  }

  @Test
  void aChangeOfEditionsIsCrossedByTheirDays() {
    RecordingBreak change = read("d,m,edition,2023-10-01,,r,s");
    Optional<LocalDate> before = Optional.of(LocalDate.of(2022, 11, 1));
    Optional<LocalDate> after = Optional.of(LocalDate.of(2025, 11, 1));
    assertThat(change.isCrossed(before, after)).isTrue();
    assertThat(change.isCrossed(after, after)).isFalse();
    assertThat(change.isCrossed(Optional.empty(), after)).isFalse();
    assertThat(change.isCrossed(Period.financialYear(2020), Period.financialYear(2024))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "d,m,cares,2021-04-01,,r,s|by \"cares\" is none of care, edition",
    "d,m,care,April 2021,,r,s|date \"April 2021\" is not a date",
    "d,m,care,2021-04-01,2020-04-01,r,s|until 2020-04-01 is before date 2021-04-01",
    "d,m,care,2021-04-01,,,s|reason is empty",
    "d,m(,care,2021-04-01,,r,s|measures \"m(\" is no pattern",
  })
  void aRowWithoutMeaningIsRefused(String row, String fault) {
    assertThatThrownBy(() -> read(row))
        .isInstanceOf(UserException.class)
        .hasMessage("recording_breaks.csv, row 2: " + fault + ".");
  }

  @Test
  void everyChangeOfTheProgramNamesADatasetWithSuchMeasures() {
    assertThat(RecordingBreak.list()).allSatisfy(
        change -> assertThat(change.datasets()).allSatisfy(
            id -> assertThat(Datasets.find(id)).hasValueSatisfying(
                dataset -> assertThat(dataset.measures()).anyMatch(m -> change.concerns(id, m.id())))));
  }
}
