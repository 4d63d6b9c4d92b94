package uk.footprints.report;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import uk.footprints.indicator.Answer;
import uk.footprints.period.Period;

/**
 * For how long something has held, up to and with a period.
 *
 * @param length periods in a row; 0 where it does not hold
 * @param since the first of them; null where it does not hold
 */
record Runs(int length, Period since) {

  private static final Runs NONE = new Runs(0, null);

  /** At each period of a series, without holes: a period without a comparable answer ends a run. */
  static NavigableMap<Period, Runs> of(NavigableMap<Period, Answer> answers, Predicate<Answer> holds) {
    NavigableMap<Period, Runs> runs = new TreeMap<>();
    Runs now = NONE;
    List<Period> periods = Series.unbroken(answers.firstKey(), answers.lastKey());
    for (Period p : periods) {
      Answer a = answers.get(p);
      boolean here = a != null && a.comparable() && holds.test(a);
      now = here ? new Runs(now.length + 1, now.length == 0 ? p : now.since) : NONE;
      runs.put(p, now);
    }
    return runs;
  }
}
