package uk.footprints.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.footprints.catalogue.Datasets;
import uk.footprints.period.Period;
import uk.footprints.report.trend.GrowthReport;
import uk.footprints.report.trend.RecordingBreaks;
import uk.footprints.report.trend.Trends;
import uk.footprints.runtime.UserException;

/** Which comparisons cross a change of recording. */
class RecordingBreakTest {

  private static RecordingBreak read(String row) {
    String csv = "datasets,measures,areas,by,date,until,reason,source\n" + row;
    return RecordingBreak.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))).get(0);
  }

  @ParameterizedTest
  @CsvSource({"2019,2020,false", "2019,2021,true", "2021,2023,true", "2023,2025,true", "2024,2019,true", "2026,2027,false"})
  void aChangeOfYearsIsCrossedFromItsStartToItsEnd(int one, int other, boolean crossed) {
    RecordingBreak change = read("d,m,all,care,2021-04-01,2025-07-01,r,s");
    assertThat(change.isCrossed(Period.financialYear(one), Period.financialYear(other))).isEqualTo(crossed);
  }

  @ParameterizedTest
  @CsvSource({"2019,2020,true", "2020,2021,true", "2021,2022,false"})
  void aStepIsCrossedFromTheYearThatHasIt(int one, int other, boolean crossed) {
    RecordingBreak change = read("d,m,all,care,2020-08-01,,r,s");
    assertThat(change.isCrossed(Period.financialYear(one), Period.financialYear(other))).isEqualTo(crossed);
  }

  @Test
  void aChangeOfEditionsIsCrossedByTheirDays() {
    RecordingBreak change = read("d,m,all,edition,2023-10-01,,r,s");
    Optional<LocalDate> before = Optional.of(LocalDate.of(2022, 11, 1));
    Optional<LocalDate> after = Optional.of(LocalDate.of(2025, 11, 1));
    assertThat(change.isCrossed(before, after)).isTrue();
    assertThat(change.isCrossed(after, after)).isFalse();
    assertThat(change.isCrossed(Optional.empty(), after)).isFalse();
    assertThat(change.isCrossed(Period.financialYear(2020), Period.financialYear(2024))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "d,m,all,cares,2021-04-01,,r,s|by \"cares\" is none of care, edition",
    "d,m,some,care,2021-04-01,,r,s|areas \"some\" is none of all, country",
    "d,m,all,care,April 2021,,r,s|date \"April 2021\" is not a date",
    "d,m,all,care,2021-04-01,2020-04-01,r,s|until 2020-04-01 is before date 2021-04-01",
    "d,m,all,care,2021-04-01,,,s|reason is empty",
    "d,m(,all,care,2021-04-01,,r,s|measures \"m(\" is no pattern",
  })
  void aRowWithoutMeaningIsRefused(String row, String fault) {
    assertThatThrownBy(() -> read(row))
        .isInstanceOf(UserException.class)
        .hasMessage("recording_breaks.csv, row 2: " + fault + ".");
  }

  /** Growth from 2020/21 to 2021/22 is given and says that same-day emergency care moves; that of 2016/17 says nothing. */
  @Test
  void growthOverAChangeIsGivenAndSaysSo() {
    EvidenceBuilder builder = new EvidenceBuilder();
    for (int year : new int[] {2015, 2016, 2020, 2021}) {
      builder.answer("hes_emergency_per_1000", "stp_2016", "E54000007", Period.financialYear(year), year, 1_000);
    }
    List<Map<String, Object>> trends = builder.rows(new Trends());
    assertThat(trends.get(1).get("reason")).isNull();
    assertThat(trends.get(3).get("growth_pct")).isNotNull();
    assertThat(trends.get(3).get("reason")).asString().startsWith("crosses a change of recording: same-day emergency");
    assertThat(builder.rows(new GrowthReport()))
        .filteredOn(r -> r.get("to_year").equals("2021/22"))
        .allMatch(r -> ((String) r.get("reason")).contains("crosses a change of recording"));
    assertThat(builder.rows(new RecordingBreaks()))
        .anyMatch(r -> r.get("indicator").equals("hes_emergency_per_1000") && r.get("counted_by").equals("care"));
  }

  @Test
  void everyChangeOfTheProgramNamesADatasetWithSuchMeasures() {
    assertThat(RecordingBreak.list()).allSatisfy(
        change -> assertThat(change.datasets()).allSatisfy(
            id -> assertThat(Datasets.find(id)).hasValueSatisfying(
                dataset -> assertThat(dataset.measures()).anyMatch(m -> change.concerns(id, m.id())))));
  }
}
