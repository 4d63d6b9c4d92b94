package uk.footprints.report.headline;

import java.time.temporal.ChronoUnit;
import uk.footprints.period.Period;

/**
 * The periods of a number.
 *
 * @param from the first of two; null where there is one only
 * @param to the second, or the only one
 */
record Window(Period from, Period to) {

  /** Returns the periods in words, such as {@code 2016/17 on 2015/16}. */
  String label() {
    return from == null ? to.label() : to.label() + " on " + from.label();
  }

  /** Returns the months from the start of one period to that of another; negative if the second is earlier. */
  static long months(Period one, Period other) {
    return ChronoUnit.MONTHS.between(one.start(), other.start());
  }

  /** Returns the period of the same length so many months later. */
  static Period moved(Period period, long months) {
    return new Period(
        period.start().plusMonths(months), period.end().plusDays(1).plusMonths(months).minusDays(1), period.kind());
  }
}
