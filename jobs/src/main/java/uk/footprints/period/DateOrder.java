package uk.footprints.period;

import java.util.Optional;

/** The order of day and month in the numeric dates of a file: {@code 31/03/2021} or {@code 3/31/2021}. */
public enum DateOrder {
  /** The day comes first; also where no date of the file decides. */
  DAY_FIRST,
  /** The month comes first. */
  MONTH_FIRST,
  /** Both orders are frequent, so that {@code 03/04/2021} may be either of two days. */
  MIXED;

  private static final int MONTHS = 12;
  /** One date of another order among so many is a typing error; more frequent ones make the file mixed. */
  private static final int RARE = 20;

  /** Returns the order of a file with so many dates that can only have the day, or the month, first. */
  public static DateOrder of(long dayFirst, long monthFirst) {
    if (Math.min(dayFirst, monthFirst) * RARE > Math.max(dayFirst, monthFirst)) {
      return MIXED;
    }
    return monthFirst > dayFirst ? MONTH_FIRST : DAY_FIRST;
  }

  /** Returns the only order in which a cell is a date; empty for other cells and where both orders give a date. */
  public static Optional<DateOrder> provedBy(String cell) {
    int[] numbers = leading(cell);
    boolean first = numbers[0] > MONTHS;
    boolean second = numbers[1] > MONTHS;
    return numbers[0] < 1 || numbers[1] < 1 || first == second
        ? Optional.empty()
        : Optional.of(first ? DAY_FIRST : MONTH_FIRST);
  }

  /** Returns whether a cell gives two different days in the two orders. */
  static boolean isAmbiguous(String cell) {
    int[] numbers = leading(cell);
    return numbers[0] >= 1 && numbers[1] >= 1 && numbers[0] <= MONTHS && numbers[1] <= MONTHS
        && numbers[0] != numbers[1];
  }

  /** Returns the first two numbers of a cell with three, each of one or two digits; zeros for any other cell. */
  private static int[] leading(String cell) {
    int[] numbers = new int[2];
    int at = 0;
    for (int n = 0; n < numbers.length; n++) {
      while (n == 0 && at < cell.length() && Character.isSpaceChar(cell.charAt(at))) {
        at++;
      }
      int from = at;
      while (at < cell.length() && isDigit(cell.charAt(at))) {
        numbers[n] = numbers[n] * 10 + cell.charAt(at++) - '0';
        if (at - from > 2) {
          return new int[2];
        }
      }
      int to = at;
      while (at < cell.length() && isSeparator(cell.charAt(at))) {
        at++;
      }
      if (to == from || at == to || at == cell.length() || !isDigit(cell.charAt(at))) {
        return new int[2];
      }
    }
    return numbers;
  }

  private static boolean isSeparator(char c) {
    return c == '/' || c == '.' || c == '-' || c == ' ' || c == '\u00a0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
