package uk.footprints.table;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Some columns of a published table, read as records. The components of the record class are the columns: their names
 * in snake_case, or as {@link Column} gives them.
 *
 * @param table the table
 * @param type the record class
 * @param <R> the type of its rows
 */
public record TableExcerpt<R extends Record>(Table table, Class<R> type) {

  /**
   * Declares an excerpt of a table.
   *
   * @throws IllegalArgumentException if the table lacks one of the columns, or has it with another type
   */
  public TableExcerpt {
    List<String> names = RecordColumns.of(type).names();
    List<CellType> cells = RecordColumns.of(type).cellTypes();
    for (int i = 0; i < names.size(); i++) {
      Field field = table.fields().get(table.index(names.get(i)));
      if (field.type() != cells.get(i).type()) {
        throw new IllegalArgumentException(
            "%s.%s is %s and %s has %s"
                .formatted(table.name(), field.name(), field.type(), type.getSimpleName(), cells.get(i).type()));
      }
    }
  }

  /** Declares an excerpt of a table. */
  public static <R extends Record> TableExcerpt<R> of(Table table, Class<R> type) {
    return new TableExcerpt<>(table, type);
  }

  /** Returns the names of the columns. */
  public List<String> columns() {
    return RecordColumns.of(type).names();
  }

  /** Returns a function that makes a record of a row with these columns, in any order and among others. */
  public Function<RowCells, R> from(List<String> columns) {
    RecordColumns record = RecordColumns.of(type);
    int[] places = record.names().stream().mapToInt(columns::indexOf).toArray();
    if (Arrays.stream(places).anyMatch(place -> place < 0)) {
      throw new IllegalArgumentException(
          "not all of %s of %s are among %s".formatted(columns(), table.name(), columns));
    }
    return cells -> type.cast(record.read(cells, places, 0));
  }
}
