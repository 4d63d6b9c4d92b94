package uk.footprints.table;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A table with its rows, for code that treats all tables alike: writers of files, pages and workbooks. Rows that are
 * records are converted to cells when these are read.
 */
public final class TableData {

  private final Table table;
  private final Class<?> type;
  private final List<?> rows;
  private final RowCells cells;

  /** Reads rows, which are records or cells. */
  private interface RowCells {

    /** Returns the cells of a row, in the order of the columns. */
    Object[] all(Object row);

    /** Returns one cell of a row, without the others. */
    Object one(Object row, int column);
  }

  private static final RowCells MADE =
      new RowCells() {
        @Override
        public Object[] all(Object row) {
          return (Object[]) row;
        }

        @Override
        public Object one(Object row, int column) {
          return ((Object[]) row)[column];
        }
      };

  private TableData(Table table, Class<?> type, List<?> rows, RowCells cells) {
    this.table = table;
    this.type = type;
    this.rows = rows;
    this.cells = cells;
  }

  /**
   * Creates a table of cells.
   *
   * @param table the table with its columns
   * @param rows values in the order of its fields: String, Long, Double, LocalDate, Boolean, or null
   */
  public TableData(Table table, List<Object[]> rows) {
    this(table, Object[].class, rows, MADE);
  }

  /** Creates a table of records. */
  static <R extends Record> TableData of(RecordTable<R> table, List<R> rows) {
    RowCells ofRecords =
        new RowCells() {
          @Override
          public Object[] all(Object row) {
            return table.cells(table.type().cast(row));
          }

          @Override
          public Object one(Object row, int column) {
            return table.cell(table.type().cast(row), column);
          }
        };
    return new TableData(table.table(), table.type(), rows, ofRecords);
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
    return new ListView<>(rows, cells::all);
  }

  /** Returns a row, read by the names of its columns. */
  public TableRow row(int i) {
    Object[] all = cells.all(rows.get(i));
    return new TableRow(table, column -> all[column]);
  }

  /** Returns the rows, read by the names of their columns; a cell is made when it is read. */
  public Stream<TableRow> stream() {
    return rows.stream().map(this::row);
  }

  private TableRow row(Object row) {
    return new TableRow(table, column -> cells.one(row, column));
  }

  /** Returns the rows as records of an excerpt of this table. */
  public <R extends Record> List<R> rows(TableExcerpt<R> excerpt) {
    return excerpt.type().equals(type)
        ? rows.stream().map(excerpt.type()::cast).toList()
        : rows().stream().map(excerpt.from(table.fields().stream().map(Field::name).toList())).toList();
  }

  /** Returns the table with only the rows that meet a condition. */
  public TableData where(Predicate<TableRow> condition) {
    return where(condition, rows.size());
  }

  /** Returns the table with only the first rows that meet a condition, at most so many. */
  public TableData where(Predicate<TableRow> condition, int most) {
    List<?> chosen = rows.stream().filter(row -> condition.test(row(row))).limit(most).toList();
    return new TableData(table, type, chosen, cells);
  }
}
