package uk.footprints.transform;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The value of a published cell.
 *
 * @param number the figure; not a number unless the status is reported
 * @param status whether the figure was reported, suppressed, not applicable, missing or rejected
 */
public record CellValue(double number, CellStatus status) {

  private static final CellValue MISSING = new CellValue(Double.NaN, CellStatus.MISSING);
  private static final CellValue SUPPRESSED = new CellValue(Double.NaN, CellStatus.SUPPRESSED);
  private static final CellValue NOT_APPLICABLE = new CellValue(Double.NaN, CellStatus.NOT_APPLICABLE);

  private static final CellValue REJECTED = new CellValue(Double.NaN, CellStatus.REJECTED);

  private static final CellValue[] SMALL = new CellValue[256];

  static {
    java.util.Arrays.setAll(SMALL, n -> new CellValue(n, CellStatus.REPORTED));
  }

  private static CellValue of(double number) {
    boolean small = number >= 0 && number < SMALL.length && number == (int) number && Double.compare(number, 0) >= 0;
    return small ? SMALL[(int) number] : new CellValue(number, CellStatus.REPORTED);
  }

  /** Returns a reported figure. */
  static CellValue reported(double number) {
    return of(number);
  }

  /** Returns the value of a cell without a figure. */
  public static CellValue missing() {
    return MISSING;
  }

  /** Returns the figure zero. */
  public static CellValue zero() {
    return SMALL[0];
  }

  /** Returns the value of a cell with a withheld figure. */
  public static CellValue suppressed() {
    return SUPPRESSED;
  }

  /** Returns the value of a cell whose content is no figure. */
  public static CellValue rejected() {
    return REJECTED;
  }

  /** Returns the value of a cell where there is nothing to count. */
  public static CellValue notApplicable() {
    return NOT_APPLICABLE;
  }

  /**
   * Reads a cell: numbers with separators of thousands, with a sign or in brackets for less than zero; a star for a
   * suppressed figure; a dash or {@code N/A} for not applicable; nothing for missing; the other marks are those of
   * {@link NotationMarks}. Returns empty for anything else, which the caller rejects with a finding.
   */
  public static Optional<CellValue> read(String cell) {
    String text = Spaces.plain(cell);
    if (text.isEmpty()) {
      return Optional.of(MISSING);
    }
    OptionalDouble number = NumberText.read(text);
    return number.isPresent() ? Optional.of(of(number.getAsDouble())) : NotationMarks.find(text).map(CellValue::of);
  }

  private static CellValue of(CellStatus status) {
    return switch (status) {
      case SUPPRESSED -> SUPPRESSED;
      case NOT_APPLICABLE -> NOT_APPLICABLE;
      case MISSING -> MISSING;
      case REJECTED -> REJECTED;
      case REPORTED -> throw new IllegalArgumentException("a reported figure needs a number");
    };
  }
}
