package uk.footprints.records.text;

/** Reads numbers and dates from the bytes of a cell. */
public final class CellParser {

  /** The cell is empty, or its date means an unknown date. */
  public static final int NONE = Integer.MIN_VALUE;
  /** The cell holds something else. */
  public static final int WRONG = Integer.MIN_VALUE + 1;

  private static final int[] MONTH_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private CellParser() {}

  /** Returns a whole number of at most 18 digits, not negative; -1 for anything else. */
  public static long whole(byte[] bytes, int from, int to) {
    if (to - from > 18 || to == from) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** Returns a small whole number, {@link #NONE} or {@link #WRONG}. */
  public static int number(byte[] bytes, int from, int to) {
    if (from == to) {
      return NONE;
    }
    long value = whole(bytes, from, to);
    return value < 0 || value > 99_999_999 ? WRONG : (int) value;
  }

  /**
   * Reads a day as days since 1970: {@code 2016-04-01}, {@code 20160401} or {@code 01/04/2016}. A time of day after it
   * is ignored. A day before 1900 means that the date is unknown.
   */
  public static int date(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length == 0) {
      return NONE;
    }
    if (length > 10 && (bytes[from + 10] == ' ' || bytes[from + 10] == 'T')) {
      length = 10;
    }
    if (length == 8) {
      return day(digits(bytes, from, 4), digits(bytes, from + 4, 2), digits(bytes, from + 6, 2));
    }
    if (length != 10) {
      return WRONG;
    }
    if (bytes[from + 4] == '-' && bytes[from + 7] == '-') {
      return day(digits(bytes, from, 4), digits(bytes, from + 5, 2), digits(bytes, from + 8, 2));
    }
    if (bytes[from + 2] == '/' && bytes[from + 5] == '/') {
      return day(digits(bytes, from + 6, 4), digits(bytes, from + 3, 2), digits(bytes, from, 2));
    }
    return WRONG;
  }

  private static int digits(byte[] bytes, int from, int length) {
    int value = 0;
    for (int i = from; i < from + length; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static int day(int year, int month, int day) {
    if (year < 0 || year > 2100 || month < 1 || month > 12 || day < 1) {
      return WRONG;
    }
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (day > MONTH_DAYS[month - 1] + (leap && month == 2 ? 1 : 0)) {
      return WRONG;
    }
    return year < 1900 ? NONE : epochDay(year, month, day);
  }

  /** Days since 1970, counting years from March so that the leap day is the last (Richards 2013). */
  private static int epochDay(int year, int month, int day) {
    int y = month > 2 ? year : year - 1;
    int m = month > 2 ? month - 3 : month + 9;
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 719469;
  }
}
