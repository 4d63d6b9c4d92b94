package uk.footprints.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The values of a row of a table whose columns are known when the program runs, in the order of these: texts as String,
 * whole numbers as Long, numbers as Double, days as LocalDate, flags as Boolean, and null where there is no value. They
 * do not change. A value is read by its {@link TableColumn}, and by position only where files are written and read.
 */
public final class RowCells implements Serializable {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // all types of values are serializable
  private final Object[] values;

  private RowCells(Object... values) {
    this.values = values;
  }

  /** Creates a row of its values. */
  public static RowCells of(Object... values) {
    return new RowCells(values.clone());
  }

  /** Begins a row of so many columns, all of them absent. */
  public static Builder builder(int columns) {
    return new Builder(new Object[columns]);
  }

  /** Returns the number of columns. */
  public int size() {
    return values.length;
  }

  /** Returns the value of a column; null if absent. */
  public <T> T get(TableColumn<T> column) {
    return column.type().cast(values[column.position()]);
  }

  /** Returns the value at a position; null if absent. */
  public Object value(int position) {
    return values[position];
  }

  /** Returns all values in order. */
  public List<Object> values() {
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  /** Returns the values of some columns. */
  public List<Object> values(List<? extends TableColumn<?>> columns) {
    List<Object> some = new ArrayList<>(columns.size());
    for (TableColumn<?> column : columns) {
      some.add(values[column.position()]);
    }
    return some;
  }

  /** Begins another row with these values. */
  public Builder toBuilder() {
    return new Builder(values.clone());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowCells row && Arrays.deepEquals(values, row.values);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }

  /** Sets the values of a row. */
  public static final class Builder {

    private Object[] values;

    private Builder(Object... values) {
      this.values = values;
    }

    /** Sets the value of a column; null for an absent one. */
    public <T> Builder set(TableColumn<T> column, T value) {
      return set(column.position(), value);
    }

    /** Sets the value at a position; null for an absent one. */
    public Builder set(int position, Object value) {
      values[position] = value;
      return this;
    }

    /** Returns the row; the builder cannot be used again. */
    public RowCells build() {
      RowCells row = new RowCells(values);
      values = null;
      return row;
    }
  }
}
