package uk.footprints.table;

import java.util.Arrays;
import java.util.List;

/**
 * Some columns of a published table, read as records. The components of the record class are the columns: their names
 * in snake_case, or as {@link Column} gives them.
 *
 * @param table the table's name
 * @param type the record class
 * @param <R> the type of its rows
 */
public record TableExcerpt<R extends Record>(String table, Class<R> type) {

  /**
   * Declares an excerpt of a table.
   *
   * @throws IllegalArgumentException if the table lacks one of the columns, or has it with another type
   */
  public static <R extends Record> TableExcerpt<R> of(Table table, Class<R> type) {
    TableExcerpt<R> excerpt = new TableExcerpt<>(table.name(), type);
    excerpt.check(table);
    return excerpt;
  }

  /** Returns the names of the columns. */
  public List<String> columns() {
    return RecordColumns.of(type).names();
  }

  /** Makes records of rows that have these columns, in any order and among others. */
  public List<R> rows(List<String> columns, List<Object[]> rows) {
    RecordColumns record = RecordColumns.of(type);
    int[] places = record.names().stream().mapToInt(columns::indexOf).toArray();
    if (Arrays.stream(places).anyMatch(place -> place < 0)) {
      throw new IllegalArgumentException("not all of %s of %s are among %s".formatted(columns(), table, columns));
    }
    return rows.stream().map(cells -> type.cast(record.read(cells, places, 0))).toList();
  }

  private void check(Table of) {
    List<String> names = columns();
    List<CellType> cells = RecordColumns.of(type).cellTypes();
    for (int i = 0; i < names.size(); i++) {
      Field field = of.fields().get(of.index(names.get(i)));
      if (field.type() != cells.get(i).type()) {
        throw new IllegalArgumentException(
            "%s.%s is %s and %s has %s"
                .formatted(of.name(), field.name(), field.type(), type.getSimpleName(), cells.get(i).type()));
      }
    }
  }
}
