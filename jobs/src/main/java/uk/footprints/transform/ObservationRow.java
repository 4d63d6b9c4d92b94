package uk.footprints.transform;

import uk.footprints.format.Sheet;
import uk.footprints.period.Period;

/**
 * The figures of a row for one period.
 *
 * @param row where they stand
 * @param subject what the organisation is
 * @param code its code
 * @param name its name as published
 * @param key the words of the key columns
 * @param period what they describe
 * @param group what it can be added up with: the same period, key and kind of organisation
 * @param values by measure; null where a cell was refused
 */
record ObservationRow(
    Sheet.Row row,
    RowSubject subject,
    String code,
    String name,
    String key,
    Period period,
    String group,
    CellValue[] values) {

  ObservationRow(Sheet.Row row, RowSubject subject, String code, String name, String key, Period period, CellValue[] values) {
    this(row, subject, code, name, key, period, group(period, key, subject.role()), values);
  }

  /** The group of the organisations of a role, in the period of this line. */
  String groupOf(String role) {
    return group(period, key, role);
  }

  private static String group(Period period, String key, String role) {
    return period.start() + "|" + key + "|" + role;
  }

  /** The figure, or 0 where none was reported. */
  double number(int measure) {
    CellValue value = values[measure];
    return value == null || value.status() != CellStatus.REPORTED ? 0 : value.number();
  }

  /** Whether nothing was withheld or refused here. */
  boolean whole(int measure) {
    return values[measure] != null && values[measure].status() != CellStatus.SUPPRESSED;
  }

  boolean reported(int measure) {
    return values[measure] != null && values[measure].status() == CellStatus.REPORTED;
  }
}
