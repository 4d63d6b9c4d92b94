package uk.footprints.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the dates of one column in any notation: {@code 31/03/2021}, {@code 31-Mar-21}, {@code 1st April 2021}, {@code
 * Thu 1 Apr 2021}, {@code 2021-03-31}, a spreadsheet's serial number. The order of day and month is that of the file;
 * a date that is possible in one order only is read in that.
 */
public final class DateColumn {

  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
  /** Serial numbers of 1954 to 2064; others are no dates. */
  private static final int FIRST_SERIAL = 20_000;
  private static final int LAST_SERIAL = 60_000;
  /** Words of a date that say nothing more: ordinals, and days of the week. */
  private static final Set<String> FILLING =
      Set.of(
          "st", "nd", "rd", "th", "of", "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat",
          "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private final DateOrder order;
  private final Map<String, Optional<LocalDate>> known = new HashMap<>();

  private DateColumn(DateOrder order) {
    this.order = order;
  }

  /** Creates a reader for a file whose dates have this order. */
  public static DateColumn in(DateOrder order) {
    return new DateColumn(order);
  }

  /** Creates a reader for a column by itself, from all its cells. */
  public static DateColumn of(Iterable<String> cells) {
    long dayFirst = 0;
    long monthFirst = 0;
    for (String cell : cells) {
      Optional<DateOrder> proved = DateOrder.provedBy(cell);
      dayFirst += proved.isPresent() && proved.get() == DateOrder.DAY_FIRST ? 1 : 0;
      monthFirst += proved.isPresent() && proved.get() == DateOrder.MONTH_FIRST ? 1 : 0;
    }
    return new DateColumn(DateOrder.of(dayFirst, monthFirst));
  }

  /** Returns whether the month comes before the day. */
  public boolean monthFirst() {
    return order == DateOrder.MONTH_FIRST;
  }

  /** Returns the date of a cell; empty if it is not a date, or may be two dates in a file of mixed order. */
  public Optional<LocalDate> find(String cell) {
    return known.computeIfAbsent(cell.strip(), this::read);
  }

  private Optional<LocalDate> read(String cell) {
    try {
      String[] parts = parts(cell);
      if (parts.length == 1 || parts.length == 2 && isNumber(parts[1]) && cell.contains(".")) {
        return serial(parts[0]);
      }
      if (parts.length < 3 || order == DateOrder.MIXED && DateOrder.isAmbiguous(cell)) {
        return Optional.empty();
      }
      return date(parts, DateOrder.provedBy(cell).orElse(order) == DateOrder.MONTH_FIRST);
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> date(String[] parts, boolean monthFirst) {
    if (parts[0].length() == 4 && isNumber(parts[0])) {
      return month(parts[1]).map(m -> LocalDate.of(year(parts[0]), m, Integer.parseInt(parts[2])));
    }
    if ((monthFirst || !isNumber(parts[0])) && isNumber(parts[1])) {
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
    String[] parts = spaced.toString().strip().split(" +");
    boolean filled = parts.length > 3 && Arrays.stream(parts).anyMatch(DateColumn::isFilling);
    return filled ? Arrays.stream(parts).filter(part -> !isFilling(part)).toArray(String[]::new) : parts;
  }

  private static boolean isFilling(String part) {
    return Character.isLetter(part.charAt(0)) && FILLING.contains(part.toLowerCase(Locale.ROOT));
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
