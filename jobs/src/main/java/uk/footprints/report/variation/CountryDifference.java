package uk.footprints.report.variation;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.report.Evidence;

/** Two values that are both called the country's: that of all compared areas together, and England's own. */
final class CountryDifference {

  private static final double SAME = 1e-9;

  private CountryDifference() {}

  /** Returns England's own value of an indicator in a period; not a number where it cannot be compared. */
  static double england(Evidence evidence, IndicatorValue like) {
    return evidence.find(like.indicator(), "country", "E92000001", like.period())
        .filter(IndicatorValue::comparable)
        .map(a -> a.estimate().value())
        .orElse(Double.NaN);
  }

  /**
   * Explains with amounts why the value of all areas together is not England's.
   *
   * @param together the value of all compared areas together
   * @param england England's own value
   * @param answers all values of the geography and period, with the unassigned activity
   */
  static String reason(double together, double england, List<IndicatorValue> answers) {
    if (Double.isNaN(england)) {
      return "indicators has no value of England that can be compared";
    }
    if (Math.abs(together - england) <= SAME * Math.abs(england)) {
      return "";
    }
    List<String> reasons = new ArrayList<>();
    answers.stream()
        .filter(a -> a.areaCode().equals(IndicatorValue.UNASSIGNED) && a.numerator() > 0)
        .forEach(a -> reasons.add("%,.0f of the numerator belong to no area".formatted(a.numerator())));
    List<IndicatorValue> left =
        answers.stream().filter(a -> !a.areaCode().equals(IndicatorValue.UNASSIGNED) && !a.comparable()).toList();
    if (!left.isEmpty()) {
      double counted = left.stream().mapToDouble(IndicatorValue::numerator).filter(n -> !Double.isNaN(n)).sum();
      reasons.add(
          "%s left out of country_value, with %,.0f of the numerator"
              .formatted(
                  left.size() == 1
                      ? "1 area that cannot be compared is"
                      : left.size() + " areas that cannot be compared are",
                  counted));
    }
    return reasons.isEmpty() ? "areas do not cover England" : String.join("; ", reasons);
  }
}
