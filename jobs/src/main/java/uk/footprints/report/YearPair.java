package uk.footprints.report;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.IntStream;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodKind;

/**
 * Two financial years, the first before the second.
 *
 * @param first the earlier
 * @param second the later
 */
public record YearPair(Period first, Period second) {

  /** Returns all pairs of financial years with all months or quarters, even if organisations sent no return. */
  public static List<YearPair> pairs(NavigableMap<Period, List<IndicatorValue>> byPeriod) {
    List<Period> whole =
        byPeriod.entrySet().stream()
            .filter(e -> e.getKey().kind() == PeriodKind.FINANCIAL_YEAR)
            .filter(e -> e.getValue().stream().anyMatch(YearPair::whole))
            .map(Map.Entry::getKey)
            .toList();
    return IntStream.range(0, whole.size())
        .boxed()
        .flatMap(i -> IntStream.range(i + 1, whole.size()).mapToObj(j -> new YearPair(whole.get(i), whole.get(j))))
        .toList();
  }

  private static boolean whole(IndicatorValue a) {
    return a.wholeYear() && !a.status().equals(IndicatorValue.UNASSIGNED);
  }
}
