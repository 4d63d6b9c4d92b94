package uk.footprints.stat;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.footprints.period.PeriodText;

/**
 * Day or period in a cell.
 *
 * @param start its first day
 * @param unit how long it is
 */
record DateCell(LocalDate start, Unit unit) {

  /** How long a period is. */
  enum Unit {
    DAY("a day"),
    WEEK("a week"),
    MONTH("a month"),
    QUARTER("a quarter"),
    YEAR("a calendar year"),
    FINANCIAL_YEAR("a financial year");

    private final String text;

    Unit(String text) {
      this.text = text;
    }

    /** Returns the name with its article. */
    String text() {
      return text;
    }

    /** Whether periods of both can be in one series: a month is often written as its first day. */
    boolean goesWith(Unit other) {
      return this == other || this.compareTo(MONTH) <= 0 && other.compareTo(MONTH) <= 0;
    }
  }

  /** Forms that a cell can have, for help texts. */
  static final String FORMS =
      "2016-04-01, 01/04/2016, 1 April 2016, Apr-16, 2016-04, 201604, 2016-W14 (ISO week),"
          + " 2016-Q4 (a quarter of the calendar year: October to December),"
          + " 2016/17 Q4 (a quarter of the financial year: January to March 2017), 2016/17 or 2016";

  private static final String BETWEEN = "[-\\s/,.]*";
  private static final String FINANCIAL = "(?:FY\\s*)?(\\d{4})\\s*[-/]\\s*(\\d{4}|\\d{2})";
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ]00:00(?::00)?(?:\\.0+)?Z?)?");
  private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?: 00:00(?::00)?)?");
  private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})?");
  private static final Pattern DAY_NAMED = Pattern.compile("(\\d{1,2})[-\\s/]*([A-Za-z]{3,9})[-\\s/,]*(\\d{4}|\\d{2})");
  private static final Pattern MONTH_NAMED = Pattern.compile("([A-Za-z]{3,9})" + BETWEEN + "'?(\\d{4}|\\d{2})");
  private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})" + BETWEEN + "([A-Za-z]{3,9})");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/](\\d{1,2})");
  private static final Pattern WEEK = Pattern.compile("(\\d{4})[-\\s]?W(\\d{1,2})(?:-([1-7]))?");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})" + BETWEEN + "Q([1-4])");
  private static final Pattern QUARTER_FIRST = Pattern.compile("Q([1-4])" + BETWEEN + "(\\d{4})");
  private static final Pattern FINANCIAL_QUARTER = Pattern.compile(FINANCIAL + BETWEEN + "Q([1-4])");
  private static final Pattern FINANCIAL_QUARTER_FIRST = Pattern.compile("Q([1-4])" + BETWEEN + FINANCIAL);
  private static final Pattern FINANCIAL_YEAR = Pattern.compile(FINANCIAL);
  private static final Pattern CALENDAR_YEAR = Pattern.compile("\\d{4}");

  /**
   * Parses a cell; empty where it is not a period.
   *
   * @param cell text of the cell
   * @param financial whether {@code 2010-11}, which can be November 2010, is the financial year
   */
  static Optional<DateCell> find(String cell, boolean financial) {
    String text = cell.strip().replace('\u2013', '-');
    try {
      return day(text).or(() -> week(text)).or(() -> quarter(text)).or(() -> year(text, financial))
          .or(() -> month(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether a cell names a financial year, or a month that is written like one. */
  static boolean isFinancial(String cell) {
    Matcher m = FINANCIAL_YEAR.matcher(cell.strip().replace('\u2013', '-'));
    return m.matches() && isFinancial(m.group(1), m.group(2));
  }

  private static boolean isFinancial(String first, String second) {
    int next = Integer.parseInt(first) + 1;
    return Integer.parseInt(second) == (second.length() == 4 ? next : next % 100);
  }

  private static Optional<DateCell> day(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return day(iso.group(1), iso.group(2), iso.group(3));
    }
    Matcher slashed = SLASHED.matcher(text);
    if (slashed.matches()) {
      return day(slashed.group(3), slashed.group(2), slashed.group(1));
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return compact.group(3) == null
          ? month(compact.group(1), Integer.parseInt(compact.group(2)))
          : day(compact.group(1), compact.group(2), compact.group(3));
    }
    Matcher named = DAY_NAMED.matcher(text);
    return named.matches()
        ? named(named.group(2)).flatMap(m -> day(named.group(3), String.valueOf(m), named.group(1)))
        : Optional.empty();
  }

  private static Optional<DateCell> day(String year, String month, String day) {
    return Optional.of(
        new DateCell(LocalDate.of(year(year), Integer.parseInt(month), Integer.parseInt(day)), Unit.DAY));
  }

  private static Optional<DateCell> week(String text) {
    Matcher week = WEEK.matcher(text);
    if (!week.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(week.group(2));
    LocalDate inYear = LocalDate.of(Integer.parseInt(week.group(1)), 1, 4);
    if (number < 1 || number > IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(inYear).getMaximum()) {
      return Optional.empty();
    }
    LocalDate monday = inYear.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number).with(DayOfWeek.MONDAY);
    String day = week.group(3);
    return Optional.of(
        day == null
            ? new DateCell(monday, Unit.WEEK)
            : new DateCell(monday.plusDays(Integer.parseInt(day) - 1L), Unit.DAY));
  }

  private static Optional<DateCell> quarter(String text) {
    Matcher m = QUARTER.matcher(text);
    if (m.matches()) {
      return quarter(m.group(1), 1, m.group(2));
    }
    m = QUARTER_FIRST.matcher(text);
    if (m.matches()) {
      return quarter(m.group(2), 1, m.group(1));
    }
    m = FINANCIAL_QUARTER.matcher(text);
    if (m.matches() && isFinancial(m.group(1), m.group(2))) {
      return quarter(m.group(1), 4, m.group(3));
    }
    m = FINANCIAL_QUARTER_FIRST.matcher(text);
    return m.matches() && isFinancial(m.group(2), m.group(3))
        ? quarter(m.group(2), 4, m.group(1))
        : Optional.empty();
  }

  /** A quarter of a year that starts with a month. */
  private static Optional<DateCell> quarter(String year, int firstMonth, String number) {
    LocalDate start = LocalDate.of(Integer.parseInt(year), firstMonth, 1);
    return Optional.of(new DateCell(start.plusMonths(3L * (Integer.parseInt(number) - 1)), Unit.QUARTER));
  }

  private static Optional<DateCell> year(String text, boolean financial) {
    Matcher m = FINANCIAL_YEAR.matcher(text);
    if (m.matches() && isFinancial(m.group(1), m.group(2))) {
      boolean month = text.indexOf('-') >= 0 && MONTH.matcher(text).matches() && Integer.parseInt(m.group(2)) <= 12
          && Integer.parseInt(m.group(2)) >= 1;
      return month && !financial
          ? Optional.empty()
          : Optional.of(new DateCell(LocalDate.of(Integer.parseInt(m.group(1)), 4, 1), Unit.FINANCIAL_YEAR));
    }
    return CALENDAR_YEAR.matcher(text).matches()
        ? Optional.of(new DateCell(LocalDate.of(Integer.parseInt(text), 1, 1), Unit.YEAR))
        : Optional.empty();
  }

  private static Optional<DateCell> month(String text) {
    Matcher named = MONTH_NAMED.matcher(text);
    if (named.matches()) {
      return named(named.group(1)).flatMap(m -> month(named.group(2), m));
    }
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      return named(yearFirst.group(2)).flatMap(m -> month(yearFirst.group(1), m));
    }
    Matcher month = MONTH.matcher(text);
    return month.matches() ? month(month.group(1), Integer.parseInt(month.group(2))) : Optional.empty();
  }

  private static Optional<DateCell> month(String year, int month) {
    return Optional.of(new DateCell(LocalDate.of(year(year), month, 1), Unit.MONTH));
  }

  private static Optional<Integer> named(String month) {
    return PeriodText.findMonth(month).filter(PeriodText.MonthName::exact).map(PeriodText.MonthName::number);
  }

  /** Returns a year of 1970 to 2069 for two digits. */
  private static int year(String text) {
    int year = Integer.parseInt(text);
    return text.length() == 4 ? year : year < 70 ? 2000 + year : 1900 + year;
  }
}
