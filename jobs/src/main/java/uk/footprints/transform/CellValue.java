package uk.footprints.transform;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A published cell, read.
 *
 * @param number the figure; not a number unless the status is reported
 * @param status how sure
 */
public record CellValue(double number, CellStatus status) {

  private static final Pattern THOUSANDS = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final CellValue MISSING = new CellValue(Double.NaN, CellStatus.MISSING);
  private static final CellValue SUPPRESSED = new CellValue(Double.NaN, CellStatus.SUPPRESSED);
  private static final CellValue NOT_APPLICABLE = new CellValue(Double.NaN, CellStatus.NOT_APPLICABLE);

  private static final CellValue[] SMALL = new CellValue[256];

  static {
    java.util.Arrays.setAll(SMALL, n -> new CellValue(n, CellStatus.REPORTED));
  }

  private static CellValue of(double number) {
    boolean small = number >= 0 && number < SMALL.length && number == (int) number && Double.compare(number, 0) >= 0;
    return small ? SMALL[(int) number] : new CellValue(number, CellStatus.REPORTED);
  }

  /** A figure. */
  static CellValue reported(double number) {
    return of(number);
  }

  /** Nothing there. */
  public static CellValue missing() {
    return MISSING;
  }

  /** Nothing to count here. */
  public static CellValue notApplicable() {
    return NOT_APPLICABLE;
  }

  /**
   * Reads a cell: numbers with thousands separators, with a sign or in brackets for less than zero; a star for a
   * suppressed figure; a dash or {@code N/A} for not applicable; nothing for missing. Anything else is empty, to be
   * refused with a sentence.
   */
  public static Optional<CellValue> read(String cell) {
    String text = cell.indexOf('\u00a0') < 0 ? cell.strip() : cell.replace('\u00a0', ' ').strip();
    if (text.isEmpty()) {
      return Optional.of(MISSING);
    }
    switch (text) {
      case "*", "**", "c", "[c]" -> {
        return Optional.of(SUPPRESSED);
      }
      case "-", "–", "—", ".", ":", "z", "[z]" -> {
        return Optional.of(NOT_APPLICABLE);
      }
      case "x", "[x]" -> {
        return Optional.of(MISSING);
      }
      default -> {
        String upper = text.toUpperCase(java.util.Locale.ROOT);
        if (upper.equals("N/A") || upper.equals("NA") || upper.equals("NULL") || upper.equals("#N/A")) {
          return Optional.of(upper.equals("N/A") ? NOT_APPLICABLE : MISSING);
        }
        return number(text);
      }
    }
  }

  private static Optional<CellValue> number(String text) {
    boolean brackets = text.startsWith("(") && text.endsWith(")");
    String digits = brackets ? text.substring(1, text.length() - 1).strip() : text;
    int pound = digits.indexOf('£');
    if (pound == 0 || pound == 1 && digits.charAt(0) == '-') {
      digits = digits.substring(0, pound) + digits.substring(pound + 1).strip();
    }
    digits = separators(digits);
    char first = digits.isEmpty() ? ' ' : digits.charAt(0);
    char last = digits.isEmpty() ? ' ' : digits.charAt(digits.length() - 1);
    boolean numeric = Character.isDigit(last) || last == '.';
    if (!numeric || !(Character.isDigit(first) || first == '-' || first == '.' || first == '+')) {
      return Optional.empty();
    }
    try {
      double number = Double.parseDouble(digits);
      return Double.isFinite(number)
          ? Optional.of(of(brackets ? -number : number))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Takes out commas only where they part thousands: {@code 1,234,567} but not {@code 1,5}. */
  private static String separators(String digits) {
    if (digits.indexOf(',') < 0) {
      return digits;
    }
    return THOUSANDS.matcher(digits).matches() ? digits.replace(",", "") : digits;
  }
}
