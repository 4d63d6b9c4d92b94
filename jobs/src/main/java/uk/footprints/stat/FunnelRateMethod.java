package uk.footprints.stat;

import java.util.List;
import uk.footprints.stat.MethodInput.Must;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.CountLimits;
import uk.footprints.statistics.DirectlyStandardised;
import uk.footprints.statistics.Funnels;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.Overdispersion.Scale;
import uk.footprints.statistics.Significance;

/** Method {@code funnel-rate}: rates compared with that of all areas together. */
final class FunnelRateMethod extends FunnelMethod {

  private enum Kind {
    CRUDE,
    DSR
  }

  FunnelRateMethod() {
    super(
        "funnel-rate", "rates in a funnel around the overall rate",
        List.of(
            InputColumn.of("count", "events, 0 or more", "102"),
            InputColumn.of("pop", "people, above 0", "21730"),
            InputColumn.optional("rate", "a rate that was computed elsewhere, such as a standardised one", "736.3")),
        "100000",
        List.of(
            MethodParameter.of(
                "kind", "crude, or dsr for standardised rates: not judged below ten events", "crude", "dsr")));
  }

  @Override
  double[] denominators(MethodInput question, double[] events) {
    double[] population = question.numbers("pop", Must.BE_ABOVE_ZERO_OR_MISSING);
    double[] rates = question.numbersIfThere("rate", Must.NOT_BE_NEGATIVE);
    double[] denominators = new double[population.length];
    for (int row = 0; row < denominators.length; row++) {
      double otherwise = isStandardised(question, row) ? Double.NaN : population[row];
      denominators[row] =
          Double.isNaN(rates[row])
              ? population[row]
              : Funnels.denominator(events[row], rates[row], question.set().above("multiplier", row), otherwise);
    }
    return denominators;
  }

  @Override
  double baseline(FunnelAreas areas) {
    return Funnels.baseline(areas.x(), areas.n());
  }

  @Override
  Interval limits(double baseline, double n, Confidence confidence) {
    return Funnels.rate(baseline, n, 1, confidence);
  }

  @Override
  Interval wide(Scale scale, double baseline, double n, double tau2, Confidence confidence, FunnelAreas areas) {
    return areas.parity()
        ? scale.limitsAsFunnelPlotR(baseline, n, tau2, confidence)
        : scale.limits(baseline, n, tau2, confidence);
  }

  @Override
  Significance significance(double baseline, double events, double n, boolean parity) {
    return Funnels.ofRatio(events, n * baseline, parity ? CountLimits.EXACT_BELOW_TEN : CountLimits.EXACT);
  }

  @Override
  Scale scale(Allowance allowance) {
    return Scale.LOG_RATE;
  }

  @Override
  String method() {
    return "exact Poisson";
  }

  @Override
  boolean isJudged(MethodInput question, int row, double events) {
    return !isStandardised(question, row) || events >= DirectlyStandardised.FEWEST_EVENTS;
  }

  private static boolean isStandardised(MethodInput question, int row) {
    return question.set().choice("kind", row, Kind.class) == Kind.DSR;
  }
}
