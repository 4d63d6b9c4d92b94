package uk.footprints.report.trend;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.AreaSeries;

/**
 * The number of consecutive periods, up to a period, in which a condition is true.
 *
 * @param length the number of consecutive periods; 0 where the condition is false
 * @param since the first of them; null where the condition is false
 * @param gap the period just before, where it is not comparable, so that the run may be longer; null otherwise
 */
public record ConsecutivePeriods(int length, Period since, Period gap) {

  private static final ConsecutivePeriods NONE = new ConsecutivePeriods(0, null, null);

  /** Computes the run at each period of a series; a period without a comparable value ends a run. */
  public static NavigableMap<Period, ConsecutivePeriods> of(
  NavigableMap<Period, IndicatorValue> answers, Predicate<IndicatorValue> condition) {
    NavigableMap<Period, ConsecutivePeriods> runs = new TreeMap<>();
    ConsecutivePeriods now = NONE;
    List<Period> periods = AreaSeries.unbroken(answers.firstKey(), answers.lastKey());
    Period gap = null;
    for (Period p : periods) {
      IndicatorValue a = answers.get(p);
      boolean here = a != null && a.comparable() && condition.test(a);
      ConsecutivePeriods longer =
      now.length == 0
      ? new ConsecutivePeriods(1, p, gap)
      : new ConsecutivePeriods(now.length + 1, now.since, now.gap);
      now = here ? longer : NONE;
      gap = a != null && a.comparable() ? null : p;
      runs.put(p, now);
    }
    return runs;
  }

  /** Returns a caveat on the start of the run; empty where there is none. */
  public String reason() {
    return gap == null
        ? ""
        : "the run may be longer: the period before it, which ends on %s, cannot be compared".formatted(gap.end());
  }
}
