package uk.footprints.transform;

import java.util.stream.IntStream;
import uk.footprints.format.Sheet;
import uk.footprints.period.Period;

/**
 * The figures of a row for one period.
 *
 * @param row the row of the sheet
 * @param subject the role of the organisation
 * @param code its code
 * @param name its name as published
 * @param key the texts of the key columns
 * @param period the period that they describe
 * @param group rows of one group can be added up: one period, key and role
 * @param figures its figures
 */
record ObservationRow(
    Sheet.Row row,
    RowSubject subject,
    String code,
    String name,
    String key,
    Period period,
    String group,
    RowFigures figures) {

  ObservationRow(Sheet.Row row, RowSubject subject, String code, String name, String key, Period period,
      RowFigures figures) {
    this(row, subject, code, name, key, period, group(period, key, subject.role()), figures);
  }

  /** Returns the figures by measure; null where a cell was rejected. */
  CellValue[] values() {
    return figures.values();
  }

  /** Returns the group of the organisations of a role, with the period and key of this row. */
  String groupOf(String role) {
    return group(period, key, role);
  }

  private static String group(Period period, String key, String role) {
    return period.start() + "|" + key + "|" + role;
  }

  /** Returns the figure, or 0 where none was reported. */
  double number(int measure) {
    CellValue value = values()[measure];
    return value == null || value.status() != CellStatus.REPORTED ? 0 : value.number();
  }

  /** Returns whether the figure was neither withheld nor rejected nor impossible. */
  boolean isComplete(int measure) {
    return values()[measure] != null && values()[measure].status() != CellStatus.SUPPRESSED && !isRejected(measure)
        && !figures.impossible().get(measure);
  }

  /** Returns whether the cell has content that is no figure. */
  boolean isRejected(int measure) {
    return values()[measure] != null && values()[measure].status() == CellStatus.REJECTED;
  }

  /** Returns whether the cell has content that is no figure, or a figure that is impossible. */
  boolean isRefused(int measure) {
    return isRejected(measure) || figures.impossible().get(measure);
  }

  /** Returns the number of figures that were refused. */
  int refused() {
    return (int) IntStream.range(0, values().length).filter(this::isRefused).count();
  }

  boolean isReported(int measure) {
    return values()[measure] != null && values()[measure].status() == CellStatus.REPORTED;
  }
}
