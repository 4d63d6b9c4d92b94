package uk.footprints.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.footprints.text.EditDistance;

/**
 * Parses periods and dates as NHS publications write them: {@code APRIL}, {@code Janaury}, {@code 2016-17},
 * {@code MSitAE-APRIL-2020}, {@code April to June 2020}, {@code 12th July 2013}, {@code revised-260421}. The result
 * is empty, never a guess, if a text is not understood.
 */
public final class PeriodText {

  private static final List<String> MONTHS =
      List.of(
          "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
  private static final Pattern FINANCIAL_YEAR =
      Pattern.compile("(?<!\\d)(20\\d\\d)\\s*[-/_]\\s*(\\d\\d|20\\d\\d)(?!\\d)");
  private static final Pattern NUMERIC_PERIOD = Pattern.compile("(20\\d\\d)-(?:(0?[1-9]|1[0-2])|[Qq]([1-4]))");
  private static final Pattern YEAR_AND_MONTH = Pattern.compile("(20\\d\\d)-(0?[1-9]|1[0-2])");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");
  private static final Pattern OPEN_RANGE = Pattern.compile("(?i)\\b(?:present|onwards)\\b");
  private static final Pattern CALENDAR_YEAR = Pattern.compile("\\s*20\\d\\d\\s*");
  private static final Pattern SHORT_YEAR = Pattern.compile("(?<!\\d)([12]\\d)(?!\\d)");
  private static final Pattern LONG_DATE =
      Pattern.compile("(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?([A-Za-z]{3,})\\.?,?\\s+(\\d{4})");
  private static final Pattern SLASHED_DATE = Pattern.compile("(?<!\\d)(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})(?!\\d)");
  private static final Pattern COMPACT_DATE = Pattern.compile("(?<!\\d)(\\d{1,2})([A-Za-z]{3})(\\d{4}|\\d{2})(?!\\d)");
  private static final Pattern SERIAL_DATE = Pattern.compile("\\s*([3-5]\\d{4})(?:\\.0)?\\s*");
  private static final LocalDate EXCEL_DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final Pattern ISO_DATE = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");

  private PeriodText() {}

  /**
   * The number of a month.
   *
   * @param number 1 to 12
   * @param exact whether it was spelt as in a dictionary (abbreviated to three letters or more is exact)
   */
  public record MonthName(int number, boolean exact) {}

  /** Finds the month that a word names; a word of five or more letters may have two letters wrong or swapped. */
  public static Optional<MonthName> findMonth(String word) {
    String w = word.strip().toLowerCase(Locale.ROOT);
    if (w.length() < 3) {
      return Optional.empty();
    }
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).startsWith(w) || w.equals("sept") && i == 8) {
        return Optional.of(new MonthName(i + 1, true));
      }
    }
    if (w.length() < 5) {
      return Optional.empty();
    }
    int best = -1;
    for (int i = 0; i < MONTHS.size(); i++) {
      if (EditDistance.between(w, MONTHS.get(i)) <= 2) {
        if (best >= 0) {
          return Optional.empty();
        }
        best = i;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(new MonthName(best + 1, false));
  }

  /** Finds the first month named in a text, such as {@code MSitAE-APRIL-2020} or {@code Period Name:MARCH}. */
  public static Optional<MonthName> findMonthIn(String text) {
    Matcher words = WORD.matcher(text);
    Optional<MonthName> misspelt = Optional.empty();
    while (words.find()) {
      Optional<MonthName> month = findMonth(words.group());
      if (month.isPresent() && month.get().exact()) {
        return month;
      }
      if (misspelt.isEmpty()) {
        misspelt = month;
      }
    }
    return misspelt;
  }

  /** Finds the year in which a financial year began: 2016 for {@code 2016-17}, {@code 2016/17}, {@code 2016/2017}. */
  public static OptionalInt findFinancialYear(String text) {
    Matcher m = FINANCIAL_YEAR.matcher(text);
    if (m.find()) {
      int start = Integer.parseInt(m.group(1));
      int end = Integer.parseInt(m.group(2)) % 100;
      return (start + 1) % 100 == end ? OptionalInt.of(start) : OptionalInt.empty();
    }
    return OptionalInt.empty();
  }

  /**
   * Finds a month from a year and a month's name: {@code 2016-17} and {@code January} are January 2017; {@code 2016}
   * is a calendar year, of which a month may be a number as well.
   */
  public static Optional<Period> findMonth(String financialYear, String month) {
    Matcher numbers = YEAR_AND_MONTH.matcher(financialYear.strip() + "-" + month.strip());
    if (numbers.matches()) {
      return Optional.of(Period.month(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))));
    }
    OptionalInt year = findFinancialYear(financialYear);
    Optional<MonthName> name = findMonthIn(month);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (year.isEmpty()) {
      boolean calendar = CALENDAR_YEAR.matcher(financialYear).matches();
      return calendar
          ? Optional.of(Period.month(Integer.parseInt(financialYear.strip()), name.get().number()))
          : Optional.empty();
    }
    return Optional.of(monthOf(year.getAsInt(), name.get().number()));
  }

  /** Finds the quarter that ends with a named month of a financial year: {@code 2020-21} and {@code June}. */
  public static Optional<Period> findQuarter(String financialYear, String lastMonth) {
    return findMonth(financialYear, lastMonth)
        .map(m -> Period.quarterEnding(m.start().getYear(), m.start().getMonthValue()));
  }

  /** Returns a month of a financial year. */
  public static Period monthOf(int financialYear, int month) {
    return Period.month(month >= 4 ? financialYear : financialYear + 1, month);
  }

  /**
   * Finds the month or quarter that a phrase names: {@code April 2012}, {@code April to June 2020}, {@code Nov-25},
   * {@code April-2020-revised-260421}. A range of three months is a quarter; other ranges, such as
   * {@code August 2010 - present}, are several periods, and give none.
   */
  public static Optional<Period> findPeriod(String text) {
    List<Integer> months = new ArrayList<>();
    Matcher words = WORD.matcher(text);
    int end = -1;
    while (words.find()) {
      Optional<MonthName> month = findMonth(words.group());
      if (month.isPresent() && (month.get().exact() || words.group().length() >= 6)) {
        months.add(month.get().number());
        end = words.end();
      }
    }
    if (months.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt financial = findFinancialYear(text);
    OptionalInt year = yearAfter(text, end);
    int last = months.get(months.size() - 1);
    int first = months.get(0);
    if (year.isEmpty() && financial.isEmpty()) {
      return Optional.empty();
    }
    int calendar = financial.isPresent() ? monthOf(financial.getAsInt(), last).start().getYear() : year.getAsInt();
    if (months.size() > 1 && first != last && (last - first + 12) % 12 == 2) {
      return Optional.of(Period.quarterEnding(calendar, last));
    }
    boolean one = first == last && !OPEN_RANGE.matcher(text).find();
    return one ? Optional.of(Period.month(calendar, first)) : Optional.empty();
  }

  /**
   * Parses the value of an option: {@code 2016/17}, {@code 2016-12}, {@code 2016-Q3} (a calendar quarter), {@code
   * December 2016}, {@code October to December 2016}. An ambiguous text such as {@code 2011-12} is the month; the
   * financial year is {@code 2011/12}.
   */
  public static Optional<Period> parseOption(String text) {
    Matcher m = NUMERIC_PERIOD.matcher(text.strip());
    if (m.matches()) {
      int year = Integer.parseInt(m.group(1));
      return Optional.of(
          m.group(2) != null
              ? Period.month(year, Integer.parseInt(m.group(2)))
              : Period.quarterEnding(year, 3 * Integer.parseInt(m.group(3))));
    }
    OptionalInt year = text.contains(" ") ? OptionalInt.empty() : findFinancialYear(text);
    return year.isPresent() ? Optional.of(Period.financialYear(year.getAsInt())) : findPeriod(text);
  }

  private static OptionalInt yearAfter(String text, int from) {
    Matcher four = YEAR.matcher(text);
    if (four.find(from) || four.find(0)) {
      return OptionalInt.of(Integer.parseInt(four.group(1)));
    }
    Matcher two = SHORT_YEAR.matcher(text);
    return two.find(from) ? OptionalInt.of(2000 + Integer.parseInt(two.group(1))) : OptionalInt.empty();
  }

  /**
   * Finds a date as publications write it: {@code 12th July 2013}, {@code 12/07/2013}, {@code 2013-07-12},
   * {@code 31MAR2021}, or Excel's serial number; else empty.
   */
  public static Optional<LocalDate> findDate(String text) {
    try {
      Matcher m = LONG_DATE.matcher(text);
      if (m.find()) {
        Optional<MonthName> month = findMonth(m.group(2));
        if (month.isPresent()) {
          return Optional.of(
              LocalDate.of(Integer.parseInt(m.group(3)), month.get().number(), Integer.parseInt(m.group(1))));
        }
      }
      m = ISO_DATE.matcher(text);
      if (m.find()) {
        return Optional.of(LocalDate.parse(m.group()));
      }
      m = COMPACT_DATE.matcher(text);
      if (m.find() && findMonth(m.group(2)).isPresent()) {
        int year = Integer.parseInt(m.group(3));
        int month = findMonth(m.group(2)).get().number();
        return Optional.of(LocalDate.of(year < 100 ? 2000 + year : year, month, Integer.parseInt(m.group(1))));
      }
      m = SERIAL_DATE.matcher(text);
      if (m.matches()) {
        return Optional.of(EXCEL_DAY_ZERO.plusDays(Integer.parseInt(m.group(1))));
      }
      m = SLASHED_DATE.matcher(text);
      if (m.find()) {
        return Optional.of(
            LocalDate.of(
                Integer.parseInt(m.group(3)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(1))));
      }
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Parses a date of six digits, day first, as in file names: {@code 260421} is 26 April 2021. */
  public static Optional<LocalDate> findShortDate(String sixDigits) {
    try {
      return Optional.of(
          LocalDate.of(
              2000 + Integer.parseInt(sixDigits.substring(4)),
              Integer.parseInt(sixDigits.substring(2, 4)),
              Integer.parseInt(sixDigits.substring(0, 2))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
