package uk.footprints.table;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A table with its rows, read by the names of its columns.
 *
 * @param table what the columns are
 * @param rows values in the order of its fields: String, Long, Double, LocalDate, Boolean, or null
 */
public record TableData(Table table, List<Object[]> rows) {

  /** A text; empty when the row has none. */
  public String text(Object[] row, String column) {
    Object value = row[table.index(column)];
    return value == null ? "" : value.toString();
  }

  /** A column of texts, as a function of a row. */
  public Function<Object[], String> text(String column) {
    return row -> text(row, column);
  }

  /** A number; not a number when the row has none. */
  public double number(Object[] row, String column) {
    return row[table.index(column)] instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** A column of numbers, as a function of a row. */
  public ToDoubleFunction<Object[]> number(String column) {
    return row -> number(row, column);
  }

  /** A whole number; 0 when the row has none. */
  public long whole(Object[] row, String column) {
    return row[table.index(column)] instanceof Number number ? number.longValue() : 0;
  }
}
