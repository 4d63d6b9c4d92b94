package uk.footprints.report.variation;

import java.util.List;
import uk.footprints.area.Geography;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.report.Evidence;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.Funnels;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.Overdispersion;
import uk.footprints.statistics.Overdispersion.Scale;
import uk.footprints.statistics.Overdispersion.Trim;

/**
 * The comparable areas of one indicator, geography and period, with their funnel limits.
 *
 * @param indicator the indicator
 * @param areas the areas that are comparable
 * @param country the value of all of them together, per unit of the denominator
 * @param overdispersion how much more they differ than chance explains; null where there are no limits by chance
 */
record ComparableAreas(Indicator indicator, List<IndicatorValue> areas, double country, Overdispersion overdispersion) {

  private static final double TRIMMED = 0.1;

  /**
   * Selects the comparable areas from all values of a geography and period. Areas of a built-in geography are compared
   * with all complete areas together; custom areas, which do not cover the country, with England.
   */
  static ComparableAreas of(Evidence evidence, Indicator indicator, List<IndicatorValue> answers) {
    List<IndicatorValue> areas = answers.stream().filter(IndicatorValue::comparable).toList();
    boolean own = Geography.find(answers.get(0).geography()).isEmpty();
    double country = own ? england(evidence, answers.get(0)) : together(areas);
    return new ComparableAreas(indicator, areas, country, overdispersion(indicator, areas, country));
  }

  private static double england(Evidence evidence, IndicatorValue like) {
    return evidence
        .find(like.indicator(), "country", "E92000001", like.period())
        .map(a -> a.numerator() / a.denominator())
        .orElse(Double.NaN);
  }

  private static double together(List<IndicatorValue> areas) {
    double denominator = areas.stream().mapToDouble(IndicatorValue::denominator).sum();
    return denominator > 0 ? areas.stream().mapToDouble(IndicatorValue::numerator).sum() / denominator : Double.NaN;
  }

  private static Overdispersion overdispersion(Indicator indicator, List<IndicatorValue> areas, double country) {
    double[] numerators = areas.stream().mapToDouble(IndicatorValue::numerator).toArray();
    if (areas.size() < 3 || !(country > 0)) {
      return null;
    }
    return switch (indicator.method()) {
      case RATE ->
          Overdispersion.of(
              Scale.LOG_RATIO, numerators, areas.stream().mapToDouble(a -> a.denominator() * country).toArray(), 1,
              Trim.TRUNCATED, TRIMMED);
      case PROPORTION ->
          Overdispersion.of(
              Scale.ARCSINE, numerators, areas.stream().mapToDouble(IndicatorValue::denominator).toArray(), country,
              Trim.WINSORISED, TRIMMED);
      case RATIO -> null;
    };
  }

  /** Returns the limits for areas of this size by chance alone. */
  Interval funnel(IndicatorValue a, Confidence confidence) {
    if (Double.isNaN(country) || !(a.denominator() > 0)) {
      return Interval.NONE;
    }
    return switch (indicator.method()) {
      case RATE -> Funnels.rate(country * a.multiplier(), a.denominator(), a.multiplier(), confidence);
      case PROPORTION -> Funnels.proportion(country, a.denominator(), confidence).times(a.multiplier());
      case RATIO -> Interval.NONE;
    };
  }

  /** Returns whether limits that allow for overdispersion can be computed. */
  boolean spreads() {
    return overdispersion != null && Double.isFinite(overdispersion.tau2());
  }

  /** Returns the limits by chance and the usual difference between areas, at least as wide as by chance alone. */
  Interval wide(IndicatorValue a, Confidence confidence) {
    if (!spreads() || !(a.denominator() > 0)) {
      return Interval.NONE;
    }
    boolean rate = indicator.method() == Indicator.Method.RATE;
    Interval limits =
        rate
            ? Scale.LOG_RATIO.limits(1, a.denominator() * country, overdispersion.tau2(), confidence).times(country)
            : Scale.ARCSINE.limits(country, a.denominator(), overdispersion.tau2(), confidence);
    return limits.times(a.multiplier()).with(funnel(a, confidence));
  }

  /** Returns the method of the overdispersed limits; empty where there are none. */
  String spreadMethod() {
    if (!spreads()) {
      return "";
    }
    return indicator.method() == Indicator.Method.RATE
        ? "log ratio, additive, tenth at each end left out (SHMI)"
        : "arcsine, additive, winsorised at a tenth (CQC)";
  }

  /**
   * Returns the ranks that chance allows: from 1 plus the number of higher areas, to the number of areas that are not
   * lower. It compares pairs at 95% without allowance for their number. Goldstein and Healy, JRSS A 1995; 158: 175-177.
   */
  Interval ranks(IndicatorValue a) {
    double error = error(a);
    if (!a.comparable() || Double.isNaN(error)) {
      return Interval.NONE;
    }
    int higher = 0;
    int lower = 0;
    for (IndicatorValue other : areas) {
      double z = (other.estimate().value() - a.estimate().value()) / Math.hypot(error, error(other));
      higher += z > Confidence.P95.z() ? 1 : 0;
      lower += z < -Confidence.P95.z() ? 1 : 0;
    }
    return new Interval(1.0 + higher, areas.size() - lower);
  }

  /** Returns the standard error that corresponds to the 95% limits. */
  private static double error(IndicatorValue a) {
    return (a.estimate().upper95() - a.estimate().lower95()) / (2 * Confidence.P95.z());
  }
}
