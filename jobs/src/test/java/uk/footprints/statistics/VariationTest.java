package uk.footprints.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Funnels, overdispersion, quantiles, spread and peers by their definitions. */
class VariationTest {

  @Test
  void aProportionsFunnelIsWhereWilsonsLimitsTouchTheBaseline() {
    Interval limits = Funnels.proportion(0.2, 1000, Confidence.P95).times(100);
    assertThat(limits.lower()).isEqualTo(17.5208199, within(1e-6));
    assertThat(limits.upper()).isEqualTo(22.4791801, within(1e-6));
    Interval own = Proportions.limits(1000 * limits.upper() / 100, 1000, Confidence.P95);
    assertThat(own.lower()).isEqualTo(0.2, within(1e-12));
    assertThat(Funnels.proportion(0.01, 5, Confidence.P998).lower()).as("not below 0").isZero();
  }

  @Test
  void aRatiosLinesPassThroughAnObservedCount() {
    Interval expected = Funnels.expectedAt(1, Confidence.P95);
    assertThat(100 / expected.lower()).isEqualTo(17.94802, within(1e-5));
    assertThat(Funnels.ratio(expected.lower(), Confidence.P95).lower() * 100).isEqualTo(17.94802, within(1e-5));
    assertThat(Funnels.ratio(2, Confidence.P95).lower()).as("0 of 2 is not unusual").isZero();
  }

  @Test
  void theJudgementOfAPointAgreesWithTheLine() {
    for (double observed = 0; observed < 60; observed++) {
      for (double expected = 5; expected < 60; expected += 5) {
        double value = observed / expected;
        Significance byLine =
            Significance.ofFunnel(
                value, Funnels.ratio(expected, Confidence.P95), Funnels.ratio(expected, Confidence.P998));
        assertThat(Funnels.ofRatio(observed, expected, CountLimits.EXACT)).isEqualTo(byLine);
      }
    }
  }

  @Test
  void overdispersionOfThePublishedExample() {
    double[] observed = {100, 150, 180, 80, 120, 225};
    double[] expected = {108, 112, 165, 95, 100, 220};
    Overdispersion found =
        Overdispersion.of(
            Overdispersion.Scale.LOG_RATIO, observed, expected, 1, Overdispersion.Trim.TRUNCATED, 0.1);
    assertThat(found.phi()).isEqualTo(2.948033, within(1e-6));
    assertThat(found.tau2()).isEqualTo(0.0194775306, within(1e-10));
    Interval wide = Overdispersion.Scale.LOG_RATIO.limits(1, 108, found.tau2(), Confidence.P95);
    assertThat(wide.lower()).isEqualTo(0.717307, within(1e-6));
    assertThat(wide.upper()).isEqualTo(1.394104, within(1e-6));
    Interval chance = Overdispersion.poisson(15, Confidence.P998);
    assertThat(chance.lower()).isEqualTo(0.3862650, within(1e-7));
    assertThat(chance.upper()).isEqualTo(2.082907, within(1e-6));
  }

  @Test
  void anAreaWithoutEventsHasNoLogarithm() {
    Overdispersion found =
        Overdispersion.of(
            Overdispersion.Scale.LOG_RATIO, new double[] {0, 5, 6}, new double[] {5, 5, 5}, 1,
            Overdispersion.Trim.WINSORISED, 0.1);
    assertThat(found.phi()).isNaN();
  }

  @Test
  void equalValuesShareAQuantileAndMissingOnesHaveNone() {
    double[] values = {10, 20, 20, 30, 40, Double.NaN, 50};
    assertThat(Quantiles.of(values, 3, false)).containsExactly(1, 1, 1, 2, 3, 0, 3);
    assertThat(Quantiles.of(values, 7, false)).as("fewer areas than groups").containsOnly(0);
  }

  @Test
  void variationBelowChanceIsShownAsNone() {
    Variation none = Variation.of(new double[] {10, 10, 10}, new double[] {10, 10, 10});
    assertThat(none.diehr()).isEqualTo(-0.1, within(1e-12));
    assertThat(none.systematic()).isZero();
    assertThat(none.reason()).isEqualTo("no variation beyond chance");
    assertThat(Variation.of(new double[] {1, 2}, new double[] {0, 2}).reason()).contains("no expected events");
    assertThat(Variation.repeatFactor(new double[] {1, 1, 2})).isEqualTo(1.5);
  }

  @Test
  void anAreaIsNotItsOwnPeerAndEqualDistancesAreOrderedByName() {
    double[][] values = {{1}, {4}, {1}, {4}};
    List<List<PeerSelection.Peer>> peers = PeerSelection.nearest(List.of("D", "C", "B", "A"), values, new double[] {1}, 3);
    assertThat(peers.get(0)).extracting(PeerSelection.Peer::index).containsExactly(2, 3, 1);
    assertThat(peers.get(0).get(0).distance()).isZero();
    assertThat(PeerSelection.mean(peers.get(0), new double[] {1, 2, 3, 4}).value()).isEqualTo(3);
  }
}
