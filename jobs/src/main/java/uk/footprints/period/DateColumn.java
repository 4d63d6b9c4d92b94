package uk.footprints.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the dates of one column in any notation: {@code 31/03/2021}, {@code 31-Mar-21}, {@code 2021-03-31}, a
 * spreadsheet's serial number. The column as a whole shows whether the month comes first: one {@code 4/30/2020} decides
 * it; without any the day comes first.
 */
public final class DateColumn {

  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
  /** Serial numbers of 1954 to 2064; others are no dates. */
  private static final int FIRST_SERIAL = 20_000;
  private static final int LAST_SERIAL = 60_000;

  private final boolean monthFirst;
  private final boolean mixed;
  private final Map<String, Optional<LocalDate>> known = new HashMap<>();

  private DateColumn(boolean monthFirst, boolean mixed) {
    this.monthFirst = monthFirst;
    this.mixed = mixed;
  }

  /** Creates a reader for a column from all its cells. */
  public static DateColumn of(Iterable<String> cells) {
    boolean monthFirst = false;
    boolean dayFirst = false;
    for (String cell : cells) {
      String[] parts = parts(cell);
      if (parts.length >= 3 && isNumber(parts[0]) && isNumber(parts[1]) && parts[0].length() <= 2) {
        dayFirst |= Integer.parseInt(parts[0]) > 12;
        monthFirst |= parts[1].length() <= 2 && Integer.parseInt(parts[1]) > 12;
      }
    }
    return new DateColumn(monthFirst && !dayFirst, monthFirst && dayFirst);
  }

  /** Returns whether the month comes before the day. */
  public boolean monthFirst() {
    return monthFirst;
  }

  /** Returns whether a cell has its month before its day in a column where others have the day first. */
  public boolean isOtherOrder(String cell) {
    String[] parts = parts(cell);
    return mixed && parts.length >= 3 && isNumber(parts[0]) && isNumber(parts[1]) && parts[0].length() <= 2
        && parts[1].length() <= 2 && Integer.parseInt(parts[1]) > 12;
  }

  /** Returns the date of a cell; empty if it is not a date. */
  public Optional<LocalDate> find(String cell) {
    return known.computeIfAbsent(cell.strip(), this::read);
  }

  private Optional<LocalDate> read(String cell) {
    try {
      String[] parts = parts(cell);
      if (parts.length == 1 || parts.length == 2 && isNumber(parts[1]) && cell.contains(".")) {
        return serial(parts[0]);
      }
      return parts.length < 3 ? Optional.empty() : date(parts);
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Optional<LocalDate> date(String[] parts) {
    if (parts[0].length() == 4 && isNumber(parts[0])) {
      return month(parts[1]).map(m -> LocalDate.of(year(parts[0]), m, Integer.parseInt(parts[2])));
    }
    if ((monthFirst || isOtherOrder(String.join(" ", parts))) && isNumber(parts[1])) {
      return month(parts[0]).map(m -> LocalDate.of(year(parts[2]), m, Integer.parseInt(parts[1])));
    }
    if (!isNumber(parts[0]) && isNumber(parts[1])) {
      return month(parts[0]).map(m -> LocalDate.of(year(parts[2]), m, Integer.parseInt(parts[1])));
    }
    return month(parts[1]).map(m -> LocalDate.of(year(parts[2]), m, Integer.parseInt(parts[0])));
  }

  private static Optional<Integer> month(String text) {
    return isNumber(text)
        ? Optional.of(Integer.valueOf(text))
        : PeriodText.findMonth(text).map(PeriodText.MonthName::number);
  }

  private static int year(String text) {
    int year = Integer.parseInt(text);
    return text.length() <= 2 ? 2000 + year : year;
  }

  private static Optional<LocalDate> serial(String text) {
    if (text.length() == 8 && isNumber(text)) {
      return date8(text);
    }
    if (text.length() != 5 || !isNumber(text)) {
      return Optional.empty();
    }
    int days = Integer.parseInt(text);
    return days < FIRST_SERIAL || days > LAST_SERIAL ? Optional.empty() : Optional.of(SERIAL_ZERO.plusDays(days));
  }

  /** Reads a date such as {@code 20200331}. */
  private static Optional<LocalDate> date8(String text) {
    int number = Integer.parseInt(text);
    return Optional.of(LocalDate.of(number / 10_000, number / 100 % 100, number % 100));
  }

  /** Splits a cell into groups of letters and digits: {@code 01MAR2020} has three, as {@code 01-Mar-20} has. */
  private static String[] parts(String cell) {
    StringBuilder spaced = new StringBuilder(cell.length() + 2);
    char before = ' ';
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      boolean letter = Character.isLetter(c);
      boolean digit = c >= '0' && c <= '9';
      boolean change = letter && Character.isDigit(before) || digit && Character.isLetter(before);
      if (!letter && !digit || change) {
        spaced.append(' ');
      }
      if (letter || digit) {
        spaced.append(c);
      }
      before = c;
    }
    return spaced.toString().strip().split(" +");
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
