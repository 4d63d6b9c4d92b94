package uk.footprints.layout;

import java.time.LocalDate;

/**
 * A heading that contains a date as an Excel day number: {@code Core Beds Open_43801}.
 *
 * @param text the heading with {@code <day>} in its place
 * @param day the date; null when there is none
 */
record DatedHeading(String text, LocalDate day) {

  /** What a heading has in place of a date. */
  static final String DAY = "<day>";

  private static final LocalDate EXCEL_BEGAN = LocalDate.of(1899, 12, 30);
  private static final int DIGITS = 5;
  /** Dates from 2000 to 2049; other numbers of five digits are not dates. */
  private static final int EARLIEST = 36_526;
  private static final int LATEST = 54_788;

  /** Replaces the first date in a heading by {@code <day>}. */
  static DatedHeading of(String heading) {
    int from = 0;
    for (int i = 0; i <= heading.length(); i++) {
      if (i < heading.length() && isDigit(heading.charAt(i))) {
        continue;
      }
      if (i - from == DIGITS) {
        int days = Integer.parseInt(heading, from, i, 10);
        if (days >= EARLIEST && days <= LATEST) {
          String text = heading.substring(0, from) + DAY + heading.substring(i);
          return new DatedHeading(text, EXCEL_BEGAN.plusDays(days));
        }
      }
      from = i + 1;
    }
    return new DatedHeading(heading, null);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
