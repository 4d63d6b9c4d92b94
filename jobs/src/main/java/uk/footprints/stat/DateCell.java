package uk.footprints.stat;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
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
    HALF("a half year"),
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
      "2016-04-01, 01/04/2016, 1 April 2016, 42461 (day number of a spreadsheet), Apr-16, 2016-04, 201604,"
          + " 2016-W14 (ISO week), H1 2016 (January to June), Apr-Jun 2016,"
          + " 2016-Q4 (a quarter of the calendar year: October to December),"
          + " 2016/17 Q4 (a quarter of the financial year: January to March 2017), 2016/17 or 2016";

  private static final String BETWEEN = "[-\\s/,.]*";
  private static final String FINANCIAL =
      "(?:FY\\s*(?=\\d{2}\\s*[-/])|(?:FY\\s*)?(?=\\d{4}))(\\d{4}|\\d{2})\\s*[-/]\\s*(\\d{4}|\\d{2})";
  private static final String PART = "(Q[1-4]|H[12])";
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ]00:00(?::00)?(?:\\.0+)?Z?)?");
  private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?: 00:00(?::00)?)?");
  private static final Pattern SHORT = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{2})");
  private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})?");
  private static final Pattern DAY_NAMED = Pattern.compile("(\\d{1,2})[-\\s/]*([A-Za-z]{3,9})[-\\s/,]*(\\d{4}|\\d{2})");
  private static final Pattern MONTH_NAMED = Pattern.compile("([A-Za-z]{3,9})" + BETWEEN + "'?(\\d{4}|\\d{2})");
  private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})" + BETWEEN + "([A-Za-z]{3,9})");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})(?:[-/]|\\s?M)(\\d{1,2})");
  private static final Pattern WEEK = Pattern.compile("(\\d{4})[-\\s]*W(\\d{1,2})(?:-([1-7]))?");
  private static final Pattern WEEK_FIRST = Pattern.compile("W(\\d{1,2})[-\\s/,]*(\\d{4})");
  private static final Pattern YEAR_PART = Pattern.compile("(\\d{4})" + BETWEEN + PART);
  private static final Pattern PART_YEAR = Pattern.compile(PART + BETWEEN + "(\\d{4})");
  private static final Pattern FINANCIAL_PART = Pattern.compile(FINANCIAL + BETWEEN + PART);
  private static final Pattern PART_FINANCIAL = Pattern.compile(PART + BETWEEN + FINANCIAL);
  private static final Pattern MONTHS =
      Pattern.compile("([A-Za-z]{3,9})\\s*(?:-|to)\\s*([A-Za-z]{3,9})[-\\s/,]*(\\d{4}|\\d{2})");
  private static final Pattern LETTER = Pattern.compile("\\b[qhwm](?=\\d)");
  private static final Pattern SERIAL = Pattern.compile("([2-5]\\d{4})(?:\\.0+)?");
  private static final LocalDate SERIAL_START = LocalDate.of(1899, 12, 30);
  private static final Pattern FINANCIAL_YEAR = Pattern.compile(FINANCIAL);
  private static final Pattern CALENDAR_YEAR = Pattern.compile("\\d{4}");

  /**
   * Parses a cell; empty where it is not a period.
   *
   * @param cell text of the cell
   * @param financial whether {@code 2010-11}, which can be November 2010, is the financial year
   */
  static Optional<DateCell> find(String cell, boolean financial) {
    String text = plain(cell);
    try {
      return day(text).or(() -> week(text)).or(() -> part(text)).or(() -> months(text))
          .or(() -> year(text, financial)).or(() -> month(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Parses a number of days since 1900, as spreadsheets keep dates from 1954 to 2064. */
  static Optional<DateCell> findSerial(String cell) {
    Matcher serial = SERIAL.matcher(cell.strip());
    return serial.matches()
        ? Optional.of(new DateCell(SERIAL_START.plusDays(Integer.parseInt(serial.group(1))), Unit.DAY))
        : Optional.empty();
  }

  /** Short words for quarters and weeks, plain numbers for days, one kind of dash. */
  private static String plain(String cell) {
    return LETTER.matcher(cell.strip()).replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT))
        .replace('\u2013', '-')
        .replaceFirst("(?i)\\bquarter\\s*(?=[1-4]\\b)", "Q")
        .replaceFirst("(?i)\\bweek\\s*(?=\\d)", "W")
        .replaceFirst("(?i)\\bhalf\\s*(?=[12]\\b)", "H")
        .replaceFirst("^(\\d{1,2})(?:st|nd|rd|th)\\b", "$1");
  }

  /** Whether a cell names a financial year, or a month that is written like one. */
  static boolean isFinancial(String cell) {
    Matcher m = FINANCIAL_YEAR.matcher(plain(cell));
    return m.matches() && isFinancial(m.group(1), m.group(2));
  }

  private static boolean isFinancial(String first, String second) {
    int next = year(first) + 1;
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
    Matcher shorter = SHORT.matcher(text);
    if (shorter.matches()) {
      return day(shorter.group(3), shorter.group(2), shorter.group(1));
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
    Matcher first = WEEK_FIRST.matcher(text);
    if (first.matches()) {
      return week(first.group(2), first.group(1), null);
    }
    Matcher week = WEEK.matcher(text);
    return week.matches() ? week(week.group(1), week.group(2), week.group(3)) : Optional.empty();
  }

  /** A week of a year, or a day of it from 1 for Monday; the day is null for the whole week. */
  private static Optional<DateCell> week(String year, String week, String day) {
    int number = Integer.parseInt(week);
    LocalDate inYear = LocalDate.of(Integer.parseInt(year), 1, 4);
    if (number < 1 || number > IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(inYear).getMaximum()) {
      return Optional.empty();
    }
    LocalDate monday = inYear.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number).with(DayOfWeek.MONDAY);
    return Optional.of(
        day == null
            ? new DateCell(monday, Unit.WEEK)
            : new DateCell(monday.plusDays(Integer.parseInt(day) - 1L), Unit.DAY));
  }

  /** A quarter or a half of a calendar or financial year. */
  private static Optional<DateCell> part(String text) {
    Matcher m = YEAR_PART.matcher(text);
    if (m.matches()) {
      return part(m.group(1), 1, m.group(2));
    }
    m = PART_YEAR.matcher(text);
    if (m.matches()) {
      return part(m.group(2), 1, m.group(1));
    }
    m = FINANCIAL_PART.matcher(text);
    if (m.matches() && isFinancial(m.group(1), m.group(2))) {
      return part(m.group(1), 4, m.group(3));
    }
    m = PART_FINANCIAL.matcher(text);
    return m.matches() && isFinancial(m.group(2), m.group(3))
        ? part(m.group(2), 4, m.group(1))
        : Optional.empty();
  }

  /** A part, such as Q4 or H2, of a year that starts with a month. */
  private static Optional<DateCell> part(String year, int firstMonth, String name) {
    boolean half = name.charAt(0) == 'H';
    int months = (half ? 6 : 3) * (name.charAt(1) - '1');
    LocalDate start = LocalDate.of(year(year), firstMonth, 1).plusMonths(months);
    return Optional.of(new DateCell(start, half ? Unit.HALF : Unit.QUARTER));
  }

  /** Three or six months of one year, named by the first and the last. */
  private static Optional<DateCell> months(String text) {
    Matcher m = MONTHS.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    return named(m.group(1)).flatMap(first -> named(m.group(2)).flatMap(last -> {
      LocalDate start = LocalDate.of(year(m.group(3)), first, 1);
      return switch (last - first + 1) {
        case 3 -> Optional.of(new DateCell(start, Unit.QUARTER));
        case 6 -> Optional.of(new DateCell(start, Unit.HALF));
        default -> Optional.empty();
      };
    }));
  }

  private static Optional<DateCell> year(String text, boolean financial) {
    Matcher m = FINANCIAL_YEAR.matcher(text);
    if (m.matches() && isFinancial(m.group(1), m.group(2))) {
      boolean month = text.indexOf('-') >= 0 && MONTH.matcher(text).matches() && Integer.parseInt(m.group(2)) <= 12
          && Integer.parseInt(m.group(2)) >= 1;
      return month && !financial
          ? Optional.empty()
          : Optional.of(new DateCell(LocalDate.of(year(m.group(1)), 4, 1), Unit.FINANCIAL_YEAR));
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
