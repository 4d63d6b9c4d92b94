package uk.footprints.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.footprints.statistics.ProcessControl.Assurance;
import uk.footprints.statistics.ProcessControl.Cause;
import uk.footprints.statistics.ProcessControl.Chart;
import uk.footprints.statistics.ProcessControl.Improvement;
import uk.footprints.statistics.ProcessControl.Rules;
import uk.footprints.statistics.ProcessControl.Settings;
import uk.footprints.statistics.ProcessControl.VariationKind;

/** Process control, trends, seasons and forecasts by their definitions. */
class SeriesTest {

  private static final Settings HIGHER = Settings.of(Improvement.INCREASE);

  private static double[] oneTo(int n) {
    return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
  }

  @Test
  void limitsAreTwoPointSixSixMeanMovingRanges() {
    Chart chart = ProcessControl.chart(oneTo(10), HIGHER);
    assertThat(chart.points().get(0).mean()).isEqualTo(5.5);
    assertThat(chart.points().get(0).lower()).isEqualTo(2.84, within(1e-12));
    assertThat(chart.points().get(0).upper()).isEqualTo(8.16, within(1e-12));
    Chart wild = ProcessControl.chart(new double[] {3, 1, 4, 1, 5, 9, 2}, HIGHER);
    assertThat(wild.points().get(0).lower()).isEqualTo(-6.6252381, within(1e-7));
    assertThat(wild.points().get(0).upper()).isEqualTo(13.7680952, within(1e-7));
  }

  @Test
  void anOutlyingRangeIsLeftOutOnceUnlessAskedNotTo() {
    double[] y = DoubleStream.iterate(1, v -> 3 - v).limit(32).toArray();
    y[4] = 10;
    Settings asTheSpreadsheet = new Settings(Improvement.NEUTRAL, Rules.MDC_2023, false, 0, Double.NaN);
    double screened = ProcessControl.chart(y, HIGHER).points().get(0).upper();
    double all = ProcessControl.chart(y, asTheSpreadsheet).points().get(0).upper();
    assertThat(screened).isLessThan(all);
    assertThat(screened - ProcessControl.chart(y, HIGHER).points().get(0).mean()).isEqualTo(2.66, within(1e-9));
  }

  @Test
  void sevenRisingPointsAreATrendAndATieBreaksIt() {
    double[] y = {0, 20, 1, 2, 3, 4, 5, 6, 7, 0, 20, 0, 20};
    Chart chart = ProcessControl.chart(y, HIGHER);
    assertThat(chart.points().subList(2, 9)).allMatch(p -> p.cause() == Cause.RISING);
    y[5] = 3;
    assertThat(ProcessControl.chart(y, HIGHER).points()).noneMatch(p -> p.cause() == Cause.RISING);
  }

  @Test
  void pointsBeyondALimitCountToTwoInThreeSince2023() {
    double[] y = {10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 12.5, 19.5, 16.9, 10, 12};
    Settings old = new Settings(Improvement.INCREASE, Rules.R_PARITY, true, 0, Double.NaN);
    assertThat(ProcessControl.chart(y, HIGHER).points().get(15).cause()).isEqualTo(Cause.ABOVE_LIMIT);
    assertThat(ProcessControl.chart(y, HIGHER).points().get(16).cause()).isEqualTo(Cause.TWO_IN_THREE_ABOVE);
    assertThat(ProcessControl.chart(y, old).points().get(16).cause()).isEqualTo(Cause.COMMON);
  }

  @Test
  void improvementWinsAConflict() {
    double[] rising = {1, 2, 3, 4, 5, 6, 7, 30, 30, 30, 31, 30, 31, 30, 31, 30};
    Chart chart = ProcessControl.chart(rising, HIGHER);
    assertThat(chart.points().get(6).variation()).isEqualTo(VariationKind.SPECIAL_CAUSE_IMPROVEMENT);
  }

  @Test
  void aConstantSeriesHasItsLimitsAtItsMeanAndMeetsATargetItAlwaysMeets() {
    double[] full = new double[20];
    Arrays.fill(full, 100);
    Chart chart = ProcessControl.chart(full, HIGHER.withTarget(100));
    assertThat(chart.points().get(0).lower()).isEqualTo(100);
    assertThat(chart.points().get(0).upper()).isEqualTo(100);
    assertThat(chart.points()).allMatch(p -> p.cause() == Cause.COMMON);
    assertThat(chart.assurance()).isEqualTo(Assurance.CONSISTENT_PASS);
  }

  @Test
  void aShortSeriesWarnsAndOneValueHasNoLimits() {
    assertThat(ProcessControl.chart(oneTo(8), HIGHER).warnings())
        .containsExactly("trial limits: 8 points, fewer than 13");
    assertThat(ProcessControl.chart(oneTo(1), HIGHER).points().get(0).lower()).isNaN();
    assertThat(ProcessControl.chart(new double[0], HIGHER).warnings()).containsExactly("no points");
  }

  @Test
  void aMissingValueHasNoRangeAcrossItAndBreaksARun() {
    double[] y = {10, 12, 10, 12, 20, 20, 20, Double.NaN, 20, 20, 20, 20, 10, 12, 10, 12, 10, 10, 12, 12, 10};
    Chart chart = ProcessControl.chart(y, HIGHER);
    assertThat(chart.points()).noneMatch(p -> p.cause() == Cause.RUN_ABOVE);
    assertThat(chart.warnings()).containsExactly("1 missing: trends and runs break there");
  }

  @Test
  void rulesAndLimitsStartAgainAtARebase() {
    double[] y = {1, 2, 1, 2, 1, 2, 11, 12, 11, 12, 11, 12};
    int[] at =
        ProcessControl.positions(
            IntStream.rangeClosed(1, 12).mapToObj(m -> LocalDate.of(2020, m, 1)).toList(),
            List.of(LocalDate.of(2020, 6, 15)));
    assertThat(at).containsExactly(6);
    Chart chart = ProcessControl.chart(y, at, HIGHER.withTarget(5));
    assertThat(chart.points().get(0).mean()).isEqualTo(1.5);
    assertThat(chart.points().get(6).mean()).isEqualTo(11.5);
    assertThat(chart.assurance()).isEqualTo(Assurance.CONSISTENT_PASS);
  }

  @Test
  void kendallsSCountsPairsThatRiseLessPairsThatFall() {
    MannKendall found = MannKendall.plain(new double[] {1, 3, 2, 4});
    assertThat(found.s()).isEqualTo(4);
    assertThat(found.variance()).isEqualTo(4 * 3 * 13 / 18.0, within(1e-12));
    assertThat(found.tau()).isEqualTo(4 / 6.0, within(1e-12));
    assertThat(MannKendall.plain(new double[] {5, 5, 5, 5, 5}).p()).isEqualTo(1);
    assertThat(MannKendall.plain(new double[] {1, 2, 3}).status()).isEqualTo(ResultStatus.NOT_APPLICABLE);
    assertThat(MannKendall.hamedRao(oneTo(9)).reason()).isEqualTo("fewer than 10 values");
    assertThat(MannKendall.plain(oneTo(10)).trend()).isEqualTo(MannKendall.Trend.INCREASING);
  }

  @Test
  void theSlopeIsTheMiddleOneAndMissingValuesKeepTheirPlace() {
    TheilSen straight = TheilSen.of(new double[] {1, Double.NaN, 5, 7, 9});
    assertThat(straight.slope()).isEqualTo(2);
    assertThat(straight.intercept()).isEqualTo(1, within(1e-12));
    assertThat(TheilSen.of(new double[] {1}).slope()).isNaN();
  }

  @Test
  void aSeasonThatIsOneIsFound() {
    double[] y = IntStream.range(0, 48).mapToDouble(i -> 100 + (i % 12 == 0 ? 12 : -12 / 11.0)).toArray();
    Seasonal.Parts parts = Seasonal.stl(y, Seasonal.Stl.periodic(12, y.length, false));
    assertThat(parts.seasonal()[0]).isEqualTo(12, within(0.2));
    assertThat(parts.trend()[24]).isEqualTo(100, within(0.2));
    assertThatThrownBy(() -> Seasonal.stl(oneTo(20), Seasonal.Stl.periodic(12, 20, false)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aForecastOfAStraightLineWithSeasonsGoesOn() {
    double[] season = {5, -5, 3, -3};
    double[] y = IntStream.range(0, 24).mapToDouble(i -> 50 + 2 * i + season[i % 4]).toArray();
    HoltWinters fit =
        HoltWinters.fit(y, 4, Seasonal.Kind.ADDITIVE, new HoltWinters.Smoothing(0.4, 0.1, 0.3));
    HoltWinters.Forecast[] ahead = fit.forecast(4);
    assertThat(ahead[0].value()).isEqualTo(50 + 48 + 5, within(0.5));
    assertThat(ahead[3].at998().upper()).isGreaterThanOrEqualTo(ahead[3].at95().upper());
  }
}
