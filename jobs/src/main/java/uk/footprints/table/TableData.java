package uk.footprints.table;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A table with its rows, for code that treats all tables alike: writers of files, pages and workbooks. Rows that are
 * records are converted to cells when these are read.
 */
public final class TableData {

  private final Table table;
  private final Class<?> type;
  private final List<?> rows;
  private final Function<Object, Object[]> toCells;

  private TableData(Table table, Class<?> type, List<?> rows, Function<Object, Object[]> toCells) {
    this.table = table;
    this.type = type;
    this.rows = rows;
    this.toCells = toCells;
  }

  /**
   * Creates a table of cells.
   *
   * @param table the table with its columns
   * @param rows values in the order of its fields: String, Long, Double, LocalDate, Boolean, or null
   */
  public TableData(Table table, List<Object[]> rows) {
    this(table, Object[].class, rows, Object[].class::cast);
  }

  /** Creates a table of records. */
  static <R extends Record> TableData of(RecordTable<R> table, List<R> rows) {
    return new TableData(table.table(), table.type(), rows, row -> table.cells(table.type().cast(row)));
  }

  /** Returns the table with its columns. */
  public Table table() {
    return table;
  }

  /** Returns the number of rows. */
  public int size() {
    return rows.size();
  }

  /** Returns the rows as cells: values in the order of the columns, made when a row is read. */
  public List<Object[]> rows() {
    return new ListView<>(rows, toCells);
  }

  /** Returns a row, read by the names of its columns. */
  public TableRow row(int i) {
    return new TableRow(table, toCells.apply(rows.get(i)));
  }

  /** Returns the rows, read by the names of their columns. */
  public Stream<TableRow> stream() {
    return rows.stream().map(row -> new TableRow(table, toCells.apply(row)));
  }

  /** Returns the rows as records of an excerpt of this table. */
  public <R extends Record> List<R> rows(TableExcerpt<R> excerpt) {
    return excerpt.type().equals(type)
        ? rows.stream().map(excerpt.type()::cast).toList()
        : rows().stream().map(excerpt.from(table.fields().stream().map(Field::name).toList())).toList();
  }

  /** Returns the table with only the rows that meet a condition. */
  public TableData where(Predicate<TableRow> condition) {
    List<?> chosen = rows.stream().filter(row -> condition.test(new TableRow(table, toCells.apply(row)))).toList();
    return new TableData(table, type, chosen, toCells);
  }

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
