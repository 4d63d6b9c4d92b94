package uk.footprints.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.footprints.period.Period;
import uk.footprints.report.trend.RecordingBreaks;

/** Which periods of a chart are marked because recording changed in them. */
class RecordingChangesTest {

  private static RecordingBreaks.Row row(String areas, String countedBy, String from, String until) {
    return new RecordingBreaks.Row(
        "hes_emergency_per_1000", "hes_apc_commissioner", areas, countedBy, LocalDate.parse(from),
        LocalDate.parse(until), "care moves to another publication", "its notes");
  }

  @ParameterizedTest
  @CsvSource({
    "2020,stp_2016,all,''", "2021,stp_2016,all,changes", "2024,stp_2016,all,changes", "2025,stp_2016,all,changes",
    "2026,stp_2016,all,''", "2022,stp_2016,country,changes for England", "2022,country,country,changes",
  })
  void yearsBetweenTheFirstDayAndTheLastAreMarked(int year, String geography, String areas, String words) {
    RecordingChanges changes = RecordingChanges.of(List.of(row(areas, "care", "2021-04-01", "2025-07-01")));
    assertThat(changes.during("hes_emergency_per_1000", geography, Period.financialYear(year))).isEqualTo(words);
    assertThat(changes.during("ga_bed_occupancy", geography, Period.financialYear(year))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2020-07,''", "2020-08,changes", "2020-09,''"})
  void aStepMarksTheMonthThatHasIt(String month, String words) {
    RecordingChanges changes = RecordingChanges.of(List.of(row("all", "care", "2020-08-03", "2020-08-03")));
    int number = Integer.parseInt(month.substring(5));
    assertThat(changes.during("hes_emergency_per_1000", "country", Period.month(2020, number))).isEqualTo(words);
  }

  @Test
  void theScriptOfAPageIsToldOfChangesOfCareAndNotOfEditions() {
    RecordingChanges changes = RecordingChanges.of(
        List.of(
            row("all", "care", "2021-04-01", "2025-07-01"), row("all", "edition", "2023-10-01", "2023-10-01")));
    assertThat(changes.list("hes_emergency_per_1000")).containsExactly(
        Map.of(
            "from", "2021-04-01", "until", "2025-07-01", "areas", "all", "reason",
            "care moves to another publication"));
    assertThat(changes.list("ga_bed_occupancy")).isEmpty();
  }
}
