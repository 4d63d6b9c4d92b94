package uk.footprints.stat;

import java.util.Set;

/** Parses numbers as people write them in cells. */
final class NumberParser {

  private static final Set<String> MISSING = Set.of("", "NA", "N/A", "NaN", "nan", "null", "NULL", ".", "-");
  private static final Set<String> WITHHELD = Set.of("*", "**", "c", "[c]", "suppressed");
  private static final int EXACT_DIGITS = 15;

  private NumberParser() {}

  /** Whether the cell marks a missing number. */
  static boolean isMissing(String cell) {
    return MISSING.contains(cell.strip());
  }

  /** Whether the publisher suppressed the number. */
  static boolean isWithheld(String cell) {
    return WITHHELD.contains(cell.strip());
  }

  /** Returns the number; NaN where it is missing or suppressed, infinite where the cell is not a number. */
  static double of(String cell) {
    int length = cell.length();
    if (length > 0 && length <= EXACT_DIGITS) {
      long whole = 0;
      int at = 0;
      while (at < length && cell.charAt(at) >= '0' && cell.charAt(at) <= '9') {
        whole = 10 * whole + cell.charAt(at++) - '0';
      }
      if (at == length) {
        return whole;
      }
    }
    if (isMissing(cell) || isWithheld(cell)) {
      return Double.NaN;
    }
    try {
      char last = cell.charAt(length - 1);
      // Java would accept 1d and 2f as numbers.
      double number = Character.isLetter(last) ? Double.POSITIVE_INFINITY : Double.parseDouble(cell.strip());
      return Double.isNaN(number) ? Double.POSITIVE_INFINITY : number;
    } catch (NumberFormatException e) {
      return Double.POSITIVE_INFINITY;
    }
  }
}
