package uk.footprints.stat;

import java.util.List;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.Funnels;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.Overdispersion.Scale;
import uk.footprints.statistics.Significance;

/** Method {@code funnel-proportion}: proportions compared with that of all areas together. */
final class FunnelProportionMethod extends FunnelMethod {

  FunnelProportionMethod() {
    super(
        "funnel-proportion", "proportions in a funnel around the overall proportion",
        List.of(
            InputColumn.of("numerator", "how many have it, from 0 to the denominator", "81"),
            InputColumn.of("denominator", "out of how many, above 0", "263")),
        "100",
        List.of());
  }

  @Override
  void check(MethodInput question, double[] x, double[] n) {
    RatioMethod.requirePart(question, x, n);
  }

  @Override
  double baseline(FunnelAreas areas) {
    return Funnels.baseline(areas.x(), areas.n());
  }

  @Override
  Interval limits(double baseline, double n, Confidence confidence) {
    return Funnels.proportion(baseline, n, confidence);
  }

  @Override
  Significance significance(double baseline, double x, double n, boolean parity) {
    return Funnels.ofProportion(baseline, x, n);
  }

  @Override
  Scale scale(Allowance allowance) {
    return Scale.ARCSINE;
  }

  @Override
  String method() {
    return "Wilson";
  }
}
