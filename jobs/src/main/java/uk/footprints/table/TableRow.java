package uk.footprints.table;

import java.time.LocalDate;

/** A row of any table, read by the names of its columns. */
public final class TableRow {

  private final Table table;
  private final Object[] cells;

  TableRow(Table table, Object[] cells) {
    this.table = table;
    this.cells = cells;
  }

  /** Returns whether the table has a column of that name. */
  public boolean has(String column) {
    return table.has(column);
  }

  /** Returns the value of a column by its position: a String, Long, Double, LocalDate or Boolean; null if absent. */
  public Object value(int column) {
    return cells[column];
  }

  /** Returns a text; empty if the row has none, or the table no such column. */
  public String text(String column) {
    Object value = table.has(column) ? cells[table.index(column)] : null;
    return value == null ? "" : value.toString();
  }

  /** Returns a day; null if the row has none, or the table no such column. */
  public LocalDate day(String column) {
    return table.has(column) ? (LocalDate) cells[table.index(column)] : null;
  }

  /** Returns a number; NaN if the row has none, or the table no such column. */
  public double number(String column) {
    Object value = table.has(column) ? cells[table.index(column)] : null;
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
