package uk.footprints.period;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * The time that a figure describes; both ends are inclusive.
 *
 * @param start first day
 * @param end last day
 * @param kind the length
 */
public record Period(LocalDate start, LocalDate end, PeriodKind kind) implements Serializable, Comparable<Period> {

  /** Letters of a day such as 2016-04-01. */
  private static final int DATE_LENGTH = 10;

  /** Returns a calendar month. */
  public static Period month(int year, int month) {
    YearMonth m = YearMonth.of(year, month);
    return new Period(m.atDay(1), m.atEndOfMonth(), PeriodKind.MONTH);
  }

  /** Returns the quarter (three months) that ends with the given month. */
  public static Period quarterEnding(int year, int month) {
    YearMonth last = YearMonth.of(year, month);
    return new Period(last.minusMonths(2).atDay(1), last.atEndOfMonth(), PeriodKind.QUARTER);
  }

  /** Returns an NHS financial year, April to March: {@code financialYear(2016)} is 2016-17. */
  public static Period financialYear(int startYear) {
    return new Period(
        LocalDate.of(startYear, 4, 1), LocalDate.of(startYear + 1, 3, 31), PeriodKind.FINANCIAL_YEAR);
  }

  /** Returns whether a number can be a year of NHS statistics. */
  public static boolean isYear(double number) {
    return number == Math.rint(number) && number >= 1948 && number < 2100;
  }

  /** Returns a point in time: a day on which something was counted. */
  public static Period point(LocalDate day) {
    return new Period(day, day, PeriodKind.POINT);
  }

  /** Returns a period of one day. */
  public static Period day(LocalDate day) {
    return new Period(day, day, PeriodKind.DAY);
  }

  /** Finds the period of two days with a slash between them: {@code 2016-04-01/2017-03-31}. */
  public static Optional<Period> findInterval(String text, PeriodKind kind) {
    int slash = text.indexOf('/');
    if (slash != DATE_LENGTH || text.length() != 2 * DATE_LENGTH + 1) {
      return Optional.empty();
    }
    try {
      LocalDate start = LocalDate.parse(text.substring(0, slash));
      return Optional.of(new Period(start, LocalDate.parse(text.substring(slash + 1)), kind));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Returns the calendar year in which the financial year of this period's first day began. */
  public int financialYear() {
    return start.getMonthValue() >= Month.APRIL.getValue() ? start.getYear() : start.getYear() - 1;
  }

  /** Returns the period of the same dates a year earlier. */
  public Period yearBefore() {
    LocalDate before = start.minusYears(1);
    LocalDate until = end.plusDays(1).minusYears(1).minusDays(1);
    return new Period(before, until, kind);
  }

  /** Returns the number of days in the period. */
  public int days() {
    return (int) (end.toEpochDay() - start.toEpochDay()) + 1;
  }

  /** Returns the period as text for readers: {@code April 2016}, {@code 2016/17}, {@code January to March 2017}. */
  public String label() {
    return switch (kind) {
      case MONTH -> name(start) + " " + start.getYear();
      case QUARTER -> name(start) + " to " + name(end) + " " + end.getYear();
      case FINANCIAL_YEAR -> start.getYear() + (end.getYear() % 100 < 10 ? "/0" : "/") + end.getYear() % 100;
      case YEAR -> String.valueOf(start.getYear());
      default -> start.equals(end) ? start.toString() : start + " to " + end;
    };
  }

  private static String name(LocalDate day) {
    return day.getMonth().getDisplayName(TextStyle.FULL, Locale.UK);
  }

  @Override
  public int compareTo(Period other) {
    int byStart = start.compareTo(other.start);
    return byStart != 0 ? byStart : end.compareTo(other.end);
  }
}
