package uk.footprints.publication;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import uk.footprints.period.Period;

/**
 * The timetable of a publication, which estimates the date of files without one.
 *
 * @param name for readers: {@code second Thursday of the month after}
 * @param monthsAfter months from the period's last day to the first release
 * @param revisionMonths months of the year in which revisions come out
 * @param page the publisher's landing page, without its host's folder structure of a year
 */
public record PublicationTimetable(String name, int monthsAfter, List<Integer> revisionMonths, String page) {

  /** Returns the second Thursday of the month in which the first release is due. */
  public LocalDate firstRelease(Period period) {
    return secondThursday(YearMonth.from(period.end()).plusMonths(monthsAfter));
  }

  /** Returns the date of the first revision that is due after the first release. */
  public LocalDate firstRevision(Period period) {
    YearMonth month = YearMonth.from(firstRelease(period)).plusMonths(1);
    // A publication without months of revisions may be revised in any.
    while (!revisionMonths.isEmpty() && !revisionMonths.contains(month.getMonthValue())) {
      month = month.plusMonths(1);
    }
    return secondThursday(month);
  }

  private static LocalDate secondThursday(YearMonth month) {
    return month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.THURSDAY));
  }
}
