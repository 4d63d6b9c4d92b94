package uk.footprints.table;

import java.time.LocalDate;
import java.util.function.IntFunction;

/** A row of any table, read by the names of its columns. */
public final class TableRow {

  private final Table table;
  private final IntFunction<Object> cells;

  /**
   * Creates a row.
   *
   * @param cells returns the value of a column by its position
   */
  TableRow(Table table, IntFunction<Object> cells) {
    this.table = table;
    this.cells = cells;
  }

  /** Returns whether the table has a column of that name. */
  public boolean has(String column) {
    return table.has(column);
  }

  /** Returns the value of a column by its position: a String, Long, Double, LocalDate or Boolean; null if absent. */
  public Object value(int column) {
    return cells.apply(column);
  }

  /** Returns a text; empty if the row has none, or the table no such column. */
  public String text(String column) {
    Object value = find(column);
    return value == null ? "" : value.toString();
  }

  /** Returns a day; null if the row has none, or the table no such column. */
  public LocalDate day(String column) {
    return (LocalDate) find(column);
  }

  /** Returns a number; NaN if the row has none, or the table no such column. */
  public double number(String column) {
    return find(column) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private Object find(String column) {
    int place = table.find(column);
    return place < 0 ? null : cells.apply(place);
  }
}
