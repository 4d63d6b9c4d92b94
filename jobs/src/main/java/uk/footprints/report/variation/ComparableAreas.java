package uk.footprints.report.variation;

import java.util.List;
import uk.footprints.area.Geography;
import uk.footprints.indicator.Indicator;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.report.Evidence;
import uk.footprints.statistics.Confidence;
import uk.footprints.statistics.Funnels;
import uk.footprints.statistics.Interval;
import uk.footprints.statistics.Overdispersion.Scale;
import uk.footprints.statistics.Overdispersion.Trim;
import uk.footprints.statistics.Overdispersion;

/**
 * The areas of one indicator, geography and period that can be compared, and what is drawn around them.
 *
 * @param indicator which
 * @param areas those that can be compared
 * @param country all of them together, per unit of the denominator
 * @param overdispersion how much more they differ than chance explains; null where there are no limits by chance
 */
record ComparableAreas(Indicator indicator, List<IndicatorValue> areas, double country, Overdispersion overdispersion) {

  private static final double TRIMMED = 0.1;

  /**
   * Of all answers of a geography and period, complete or not. Areas of a built-in geography are held against all of
   * them that are complete; one's own, which do not cover the country, against England.
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

  /** Where areas of this size would lie by chance alone. */
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

  /** Whether limits that allow for overdispersion can be drawn. */
  boolean spreads() {
    return overdispersion != null && Double.isFinite(overdispersion.tau2());
  }

  /** Where they would lie by chance and the usual difference between areas; never within chance alone. */
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

  /** How those limits were made; empty where there are none. */
  String spreadMethod() {
    if (!spreads()) {
      return "";
    }
    return indicator.method() == Indicator.Method.RATE
        ? "log ratio, additive, tenth at each end left out (SHMI)"
        : "arcsine, additive, winsorised at a tenth (CQC)";
  }

  /**
   * The ranks that chance allows: 1 and how many areas are higher, to how many are not lower, by comparing two at a
   * time at 95% without allowance for their number. Goldstein and Healy, JRSS A 1995; 158: 175-177.
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

  /** The standard error that the 95% limits stand for. */
  private static double error(IndicatorValue a) {
    return (a.estimate().upper95() - a.estimate().lower95()) / (2 * Confidence.P95.z());
  }
}
