package uk.footprints.table;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A column of a table, by which a value is read from a row and set in one. It is found by its name once, and not for
 * every row.
 *
 * @param name the name in Parquet
 * @param position its place among the columns, from 0
 * @param type the type of its values
 * @param <T> the type of its values
 */
public record TableColumn<T>(String name, int position, Class<T> type) implements Serializable {

  /** Returns a column of a table; throws IllegalArgumentException if the table has no such column. */
  static TableColumn<?> of(Table table, String name) {
    int position = table.index(name);
    return new TableColumn<>(name, position, javaType(table.fields().get(position).type()));
  }

  /** Returns a column of a table; throws IllegalArgumentException if it is absent or has values of another type. */
  static <T> TableColumn<T> of(Table table, String name, Class<T> type) {
    int position = table.index(name);
    Class<?> own = javaType(table.fields().get(position).type());
    if (own != type) {
      throw new IllegalArgumentException(
          "%s.%s has values of %s, not of %s"
              .formatted(table.name(), name, own.getSimpleName(), type.getSimpleName()));
    }
    return new TableColumn<>(name, position, type);
  }

  private static Class<?> javaType(Field.Type type) {
    return switch (type) {
      case TEXT -> String.class;
      case WHOLE -> Long.class;
      case NUMBER -> Double.class;
      case DATE -> LocalDate.class;
      case FLAG -> Boolean.class;
      case BYTES -> byte[].class;
      case BOX -> double[].class;
    };
  }

  /**
   * Compares the values of two rows; an absent value comes first.
   *
   * @throws ClassCastException for bytes and boxes, which have no order
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // both values are of the type of the column
  public int compare(RowCells a, RowCells b) {
    Object left = a.value(position);
    Object right = b.value(position);
    if (left == null || right == null) {
      return left == right ? 0 : left == null ? -1 : 1;
    }
    return ((Comparable) left).compareTo(right);
  }
}
