package uk.footprints.table;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A table with its rows, read by the names of its columns.
 *
 * @param table the table with its columns
 * @param rows values in the order of its fields: String, Long, Double, LocalDate, Boolean, or null
 */
public record TableData(Table table, List<Object[]> rows) {

  /** Returns a text; empty if the row has none. */
  public String text(Object[] row, String column) {
    Object value = row[table.index(column)];
    return value == null ? "" : value.toString();
  }

  /** Returns a function that gives a row's text in a column. */
  public Function<Object[], String> text(String column) {
    return row -> text(row, column);
  }

  /** Returns a number; NaN if the row has none. */
  public double number(Object[] row, String column) {
    return row[table.index(column)] instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** Returns a function that gives a row's number in a column. */
  public ToDoubleFunction<Object[]> number(String column) {
    return row -> number(row, column);
  }

  /** Returns a whole number; 0 if the row has none. */
  public long whole(Object[] row, String column) {
    return row[table.index(column)] instanceof Number number ? number.longValue() : 0;
  }
}
