package uk.footprints.table;

import java.util.List;
import java.util.function.Function;

/**
 * A published table whose rows are records: each component is a column that {@link Column} describes, in order.
 *
 * <pre>
 * record Beds(&#64;Column(value = "As in areas.", required = true) String areaCode,
 *     &#64;Column(value = "Average of the quarter.", unit = "beds") double available) {}
 *
 * static final RecordTable&lt;Beds&gt; BEDS = RecordTable.of("beds", "an area", Beds.class, "area_code");
 * </pre>
 *
 * @param table the table's name, key and columns
 * @param type the record class
 * @param <R> the type of its rows
 */
public record RecordTable<R extends Record>(Table table, Class<R> type) {

  /**
   * Declares a table.
   *
   * @param name the name of its folder and of its view in SQL
   * @param row what one row is
   * @param type the record class
   * @param key the columns that together identify a row; none if none do
   * @throws IllegalArgumentException if a component has no description, or a type that no column holds
   */
  public static <R extends Record> RecordTable<R> of(String name, String row, Class<R> type, String... key) {
    Table table = new Table(name, row, List.of(key), RecordColumns.of(type).fields());
    table.key().forEach(table::index);
    return new RecordTable<>(table, type);
  }

  /** Declares a table that a dataset fills: the columns of the record, then the source of each row. */
  public static <R extends Record> RecordTable<R> published(String name, String row, Class<R> type, String... key) {
    Field[] fields = RecordColumns.of(type).fields().toArray(Field[]::new);
    return new RecordTable<>(Table.published(name, row, List.of(key), fields), type);
  }

  /** Declares such a table of a publication that comes as text files, which have no sheets. */
  public static <R extends Record> RecordTable<R> publishedAsText(
      String name, String row, Class<R> type, String... key) {
    Table table = published(name, row, type, key).table();
    List<Field> fields = table.fields().stream().filter(field -> !field.name().equals("source_sheet")).toList();
    return new RecordTable<>(new Table(name, row, table.key(), fields), type);
  }

  /** Returns the table's name. */
  public String name() {
    return table.name();
  }

  /** Returns the cells of a record, in the order of the columns; those of its source are absent. */
  public RowCells cells(R row) {
    return builder(row).build();
  }

  /** Begins a row with the cells of a record, to which those of its source can be added. */
  public RowCells.Builder builder(R row) {
    RowCells.Builder cells = RowCells.builder(table.fields().size());
    RecordColumns.of(type).write(row, cells, 0);
    return cells;
  }

  /** Returns one cell of a record, by the position of its column; those of its source are absent. */
  Object cell(R row, int column) {
    return RecordColumns.of(type).cell(row, column);
  }

  /** Returns an excerpt with all columns, which reads the records back. */
  public TableExcerpt<R> all() {
    return new TableExcerpt<>(table, type);
  }

  /**
   * Returns the table with a row for each item. A row is made whenever it is read, as all rows at once would fill the
   * memory.
   */
  public <T> TableData data(List<T> items, Function<T, R> toRow) {
    return TableData.of(this, new ListView<>(items, toRow));
  }

  /** Returns the table with these rows. */
  public TableData data(List<R> rows) {
    return TableData.of(this, rows);
  }
}
