package uk.footprints.report.trend;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.AreaSeries;

/**
 * For how long something has held, up to and with a period.
 *
 * @param length periods in a row; 0 where it does not hold
 * @param since the first of them; null where it does not hold
 * @param hole the period just before, where it cannot be compared: the run may be longer; null otherwise
 */
public record ConsecutivePeriods(int length, Period since, Period hole) {

  private static final ConsecutivePeriods NONE = new ConsecutivePeriods(0, null, null);

  /** At each period of a series, without holes: a period without a comparable answer ends a run. */
  public static NavigableMap<Period, ConsecutivePeriods> of(NavigableMap<Period, IndicatorValue> answers, Predicate<IndicatorValue> holds) {
    NavigableMap<Period, ConsecutivePeriods> runs = new TreeMap<>();
    ConsecutivePeriods now = NONE;
    List<Period> periods = AreaSeries.unbroken(answers.firstKey(), answers.lastKey());
    Period hole = null;
    for (Period p : periods) {
      IndicatorValue a = answers.get(p);
      boolean here = a != null && a.comparable() && holds.test(a);
      ConsecutivePeriods longer = now.length == 0 ? new ConsecutivePeriods(1, p, hole) : new ConsecutivePeriods(now.length + 1, now.since, now.hole);
      now = here ? longer : NONE;
      hole = a != null && a.comparable() ? null : p;
      runs.put(p, now);
    }
    return runs;
  }

  /** What to know of its beginning; empty for nothing. */
  public String reason() {
    return hole == null
        ? ""
        : "the run may be longer: the period before it, which ends on %s, cannot be compared".formatted(hole.end());
  }
}
