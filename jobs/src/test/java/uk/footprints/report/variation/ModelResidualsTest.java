package uk.footprints.report.variation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.Funnels;
import uk.footprints.statistics.Interval;

/** Limits that allow for the usual difference between areas never make an area more extreme than chance alone. */
class ModelResidualsTest {

  @Test
  void widerLimitsContainThoseByChance() {
    for (double fitted : new double[] {0.5, 1, 3, 10, 40, 1_000, 100_000}) {
      for (double tau2 : new double[] {0, 0.0001, 0.01, 0.2}) {
        for (Confidence confidence : new Confidence[] {Confidence.P95, Confidence.P998}) {
          Interval chance = Funnels.rate(1, fitted, 1, confidence);
          Interval wide = ModelResiduals.limits(fitted, tau2, confidence);
          assertThat(wide.lower()).as("%s %s", fitted, tau2).isLessThanOrEqualTo(chance.lower());
          assertThat(wide.upper()).as("%s %s", fitted, tau2).isGreaterThanOrEqualTo(chance.upper());
        }
      }
    }
  }
}
