package uk.footprints.stat;

import java.util.List;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.CountLimits;
import uk.footprints.statistics.Funnels;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.Overdispersion.Scale;
import uk.footprints.statistics.Overdispersion;
import uk.footprints.statistics.Significance;

/** Method {@code funnel-ratio}: observed over expected events compared with 1. */
final class FunnelRatioMethod extends FunnelMethod {

  FunnelRatioMethod() {
    super(
        "funnel-ratio", "observed over expected in a funnel around 1",
        List.of(
            InputColumn.of("observed", "events, 0 or more", "102"),
            InputColumn.of("expected", "events expected, above 0", "95.7")),
        "1",
        List.of(
            MethodParameter.of(
                "round_expected", "whether shmi rounds expected events to two decimals first, as the publication does",
                "yes", "no", "shmi_rounding")));
  }

  @Override
  double[] denominators(MethodInput question, double[] numerators) {
    return question.numbers("expected", Must.BE_ABOVE_ZERO_OR_MISSING);
  }

  @Override
  double baseline(FunnelAreas areas) {
    return 1;
  }

  @Override
  Interval limits(double baseline, double expected, Confidence confidence) {
    return Funnels.ratio(expected, confidence);
  }

  @Override
  Interval chance(Scale scale, double baseline, double expected, Confidence confidence, FunnelAreas areas) {
    return Overdispersion.poisson(expected, confidence);
  }

  @Override
  Significance significance(double baseline, double observed, double expected, boolean parity) {
    return Funnels.ofRatio(observed, expected, parity ? CountLimits.EXACT_BELOW_TEN : CountLimits.EXACT);
  }

  @Override
  Scale scale(Allowance allowance) {
    return allowance == Allowance.WINSORISED ? Scale.ROOT_RATIO : Scale.LOG_RATIO;
  }

  @Override
  boolean rounded(MethodInput question, int row) {
    return question.set().yes("round_expected", row);
  }

  @Override
  String method() {
    return "exact Poisson";
  }
}
