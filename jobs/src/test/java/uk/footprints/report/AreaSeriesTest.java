package uk.footprints.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.footprints.catalogue.Indicators;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;

/** Series of areas: gaps stay gaps, and months have one length. */
class AreaSeriesTest {

  private static final String RATE = "non_elective_per_1000";
  private static final String SHARE = "ae_four_hour_type_1";

  private static AreaSeries series(String indicator, EvidenceBuilder builder) {
    NavigableMap<Period, IndicatorValue> answers =
        builder.evidence().byArea(indicator, "stp_2016", PeriodKind.MONTH).getOrDefault("A", new TreeMap<>());
    return AreaSeries.of(Indicators.find(indicator).orElseThrow(), answers);
  }

  @Test
  void aMonthOfEventsIsScaledToAverageLength() {
    AreaSeries series =
        series(
            RATE,
            new EvidenceBuilder()
                .answer(RATE, "stp_2016", "A", Period.month(2017, 2), 28, 1_000)
                .answer(RATE, "stp_2016", "A", Period.month(2017, 3), 31, 1_000));
    double average = 365.25 / 12;
    assertThat(series.values()[0]).as("one event a day").isCloseTo(average, within(1e-9));
    assertThat(series.values()[1]).as("one event a day").isCloseTo(average, within(1e-9));
  }

  @Test
  void aMonthOfSharesIsNotScaled() {
    AreaSeries series =
        series(SHARE, new EvidenceBuilder().answer(SHARE, "stp_2016", "A", Period.month(2017, 2), 90, 100));
    assertThat(series.values()).containsExactly(90);
  }

  @Test
  void anAbsentOrIncompleteMonthIsAGap() {
    AreaSeries series =
        series(
            SHARE,
            new EvidenceBuilder()
                .answer(SHARE, "stp_2016", "A", Period.month(2017, 1), 90, 100)
                .incomplete(SHARE, "stp_2016", "A", Period.month(2017, 2), 10, 100)
                .answer(SHARE, "stp_2016", "A", Period.month(2017, 4), 80, 100));
    assertThat(series.values()).containsExactly(90, Double.NaN, Double.NaN, 80);
    assertThat(series.known()).isEqualTo(2);
    assertThat(series.adjusted().values()).containsExactly(90, Double.NaN, Double.NaN, 80);
    assertThat(series.adjusted().method()).isEqualTo("not seasonally adjusted: fewer than two whole years");
  }

  @Test
  void anErasEndsAreThoseOfThePandemic() {
    EvidenceBuilder builder = new EvidenceBuilder();
    for (int month = 1; month <= 4; month++) {
      builder.answer(SHARE, "stp_2016", "A", Period.month(2020, month), 90, 100);
    }
    AreaSeries series = series(SHARE, builder);
    assertThat(series.in(Era.BEFORE).periods()).containsExactly(Period.month(2020, 1), Period.month(2020, 2));
    assertThat(series.in(Era.ACROSS).periods()).containsExactly(Period.month(2020, 3), Period.month(2020, 4));
    assertThat(series.in(Era.AFTER).periods()).isEmpty();
  }

  @Test
  void aSeasonIsTakenOutAndAGapStaysAGap() {
    EvidenceBuilder builder = new EvidenceBuilder();
    for (int i = 0; i < 36; i++) {
      Period month = Period.month(2015 + i / 12, i % 12 + 1);
      if (i != 20) {
        builder.answer(SHARE, "stp_2016", "A", month, i % 12 == 0 ? 70 : 90, 100);
      }
    }
    AreaSeries.Adjusted adjusted = series(SHARE, builder).adjusted();
    assertThat(adjusted.method()).isEqualTo("seasonally adjusted: STL, one season in all years");
    assertThat(adjusted.values()[20]).isNaN();
    assertThat(adjusted.values()[12]).as("a January like every January").isCloseTo(adjusted.values()[13], within(0.5));
  }
}
