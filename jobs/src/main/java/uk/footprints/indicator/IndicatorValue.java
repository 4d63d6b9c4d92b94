package uk.footprints.indicator;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.period.Period;
import uk.footprints.statistics.Estimate;

/**
 * The value of an indicator in an area and period.
 *
 * @param indicator its id
 * @param geography its id
 * @param areaCode the area's code, or {@link #UNASSIGNED}
 * @param areaName its name
 * @param period month, quarter or financial year
 * @param basis {@code as_was} or {@code as_now}
 * @param numerator the sum of what was reported
 * @param denominator what it is divided by; not a number where there is none
 * @param multiplier the factor of the value, such as 1,000
 * @param estimate value and limits
 * @param rank 1 is the highest; 0 where the area is not ranked
 * @param ranked how many areas are ranked
 * @param completeness 0 to 1; an estimate
 * @param wholeYear whether every month or quarter of the period is present, even if organisations sent no return
 * @param status {@code reported}, {@code incomplete}, {@code not_comparable},
 *     {@code unassigned} or {@code no_value}
 * @param reason why something is absent, or caveats
 */
public record IndicatorValue(
    String indicator,
    String geography,
    String areaCode,
    String areaName,
    Period period,
    String basis,
    double numerator,
    double denominator,
    double multiplier,
    Estimate estimate,
    int rank,
    int ranked,
    double completeness,
    boolean wholeYear,
    String status,
    String reason) {

  /** The code of activity that belongs to no area: shown, never spread over areas and never dropped. */
  public static final String UNASSIGNED = "unassigned";

  public static final String REPORTED = "reported";
  public static final String INCOMPLETE = "incomplete";
  public static final String NOT_COMPARABLE = "not_comparable";
  public static final String NO_VALUE = "no_value";

  /** Returns whether the value belongs to an area, is complete and is a number. Only such values are ranked. */
  public boolean comparable() {
    return status.equals(REPORTED) && !Double.isNaN(estimate.value());
  }

  /** Returns this value with a rank. */
  public IndicatorValue ranked(int place, int of) {
    return new IndicatorValue(
        indicator, geography, areaCode, areaName, period, basis, numerator, denominator, multiplier, estimate, place,
        of, completeness, wholeYear, status, reason);
  }

  /** Returns this value unranked and with another estimate. */
  public IndicatorValue with(Estimate other) {
    return new IndicatorValue(
        indicator, geography, areaCode, areaName, period, basis, numerator, denominator, multiplier, other, 0, 0,
        completeness, wholeYear, status, reason);
  }

  /** Ranks values: 1 is the highest; equal values share a rank; incomplete areas and a single area have none. */
  public static List<IndicatorValue> ranked(List<IndicatorValue> answers) {
    List<IndicatorValue> comparable =
        answers.stream()
            .filter(IndicatorValue::comparable)
            .sorted(Comparator.comparingDouble((IndicatorValue a) -> -a.estimate().value()))
            .toList();
    if (comparable.size() < 2) {
      return answers;
    }
    Map<String, Integer> ranks = new HashMap<>();
    for (int i = 0; i < comparable.size(); i++) {
      boolean tied =
          i > 0 && comparable.get(i).estimate().value() == comparable.get(i - 1).estimate().value();
      ranks.put(
          comparable.get(i).areaCode(), tied ? ranks.get(comparable.get(i - 1).areaCode()) : i + 1);
    }
    return answers.stream()
        .map(a -> ranks.containsKey(a.areaCode()) ? a.ranked(ranks.get(a.areaCode()), comparable.size()) : a)
        .toList();
  }
}
