package uk.footprints.report.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.NavigableMap;
import org.junit.jupiter.api.Test;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.Evidence;
import uk.footprints.report.EvidenceBuilder;
import uk.footprints.report.YearPair;

/** Runs of periods, and pairs of years. */
class ConsecutivePeriodsTest {

  private static final String BEDS = "ga_bed_occupancy";
  private static final Period JUNE = Period.quarterEnding(2016, 6);
  private static final Period SEPTEMBER = Period.quarterEnding(2016, 9);
  private static final Period DECEMBER = Period.quarterEnding(2016, 12);
  private static final Period MARCH = Period.quarterEnding(2017, 3);

  private static NavigableMap<Period, ConsecutivePeriods> full(EvidenceBuilder builder) {
    NavigableMap<Period, IndicatorValue> answers =
        builder.evidence().byArea(BEDS, "stp_2016", PeriodKind.QUARTER).get("A");
    return ConsecutivePeriods.of(answers, a -> a.estimate().value() > 85);
  }

  @Test
  void aRunIsCountedFromItsFirstPeriod() {
    NavigableMap<Period, ConsecutivePeriods> runs =
        full(
            new EvidenceBuilder()
                .answer(BEDS, "stp_2016", "A", JUNE, 80, 100)
                .answer(BEDS, "stp_2016", "A", SEPTEMBER, 90, 100)
                .answer(BEDS, "stp_2016", "A", DECEMBER, 91, 100)
                .answer(BEDS, "stp_2016", "A", MARCH, 85, 100));
    assertThat(runs.values()).extracting(ConsecutivePeriods::length).containsExactly(0, 1, 2, 0);
    assertThat(runs.get(DECEMBER).since()).isEqualTo(SEPTEMBER);
    assertThat(runs.get(DECEMBER).reason()).isEmpty();
    assertThat(runs.get(MARCH).since()).isNull();
  }

  @Test
  void aPeriodThatCannotBeComparedEndsARunAndIsNamed() {
    NavigableMap<Period, ConsecutivePeriods> runs =
        full(
            new EvidenceBuilder()
                .answer(BEDS, "stp_2016", "A", JUNE, 90, 100)
                .incomplete(BEDS, "stp_2016", "A", SEPTEMBER, 90, 100)
                .answer(BEDS, "stp_2016", "A", DECEMBER, 90, 100)
                .answer(BEDS, "stp_2016", "A", MARCH, 90, 100));
    assertThat(runs.values()).extracting(ConsecutivePeriods::length).containsExactly(1, 0, 1, 2);
    assertThat(runs.get(MARCH).gap()).isEqualTo(SEPTEMBER);
    assertThat(runs.get(MARCH).reason()).contains("2016-09-30, cannot be compared");
  }

  @Test
  void everyPairOfWholeYearsIsCompared() {
    EvidenceBuilder builder = new EvidenceBuilder();
    for (int year = 2014; year <= 2016; year++) {
      builder.answer(BEDS, "stp_2016", "A", Period.financialYear(year), 90, 100);
      builder.answer(BEDS, "stp_2016", "A", Period.quarterEnding(year, 6), 90, 100);
    }
    Evidence evidence = builder.evidence();
    assertThat(YearPair.pairs(evidence.byPeriod(BEDS, "stp_2016")))
        .containsExactly(
            new YearPair(Period.financialYear(2014), Period.financialYear(2015)),
            new YearPair(Period.financialYear(2014), Period.financialYear(2016)),
            new YearPair(Period.financialYear(2015), Period.financialYear(2016)));
  }
}
