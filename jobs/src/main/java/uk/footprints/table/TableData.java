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
  private final CellAccess access;

  /** Reads rows, which are records or cells. */
  private interface CellAccess {

    /** Returns the cells of a row, in the order of the columns. */
    RowCells all(Object row);

    /** Returns one cell of a row, without the others. */
    Object one(Object row, int column);
  }

  private static final CellAccess MADE =
      new CellAccess() {
        @Override
        public RowCells all(Object row) {
          return (RowCells) row;
        }

        @Override
        public Object one(Object row, int column) {
          return ((RowCells) row).value(column);
        }
      };

  private TableData(Table table, Class<?> type, List<?> rows, CellAccess access) {
    this.table = table;
    this.type = type;
    this.rows = rows;
    this.access = access;
  }

  /**
   * Creates a table of cells.
   *
   * @param table the table with its columns
   * @param rows the rows, with a value for each column
   */
  public TableData(Table table, List<RowCells> rows) {
    this(table, RowCells.class, rows, MADE);
  }

  /** Creates a table of records. */
  static <R extends Record> TableData of(RecordTable<R> table, List<R> rows) {
    CellAccess ofRecords =
        new CellAccess() {
          @Override
          public RowCells all(Object row) {
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

  /** Returns the rows as cells, which are made when a row is read. */
  public List<RowCells> rows() {
    return new ListView<>(rows, access::all);
  }

  /** Returns a row, read by the names of its columns. */
  public TableRow row(int i) {
    return new TableRow(table, access.all(rows.get(i))::value);
  }

  /** Returns the rows, read by the names of their columns; a cell is made when it is read. */
  public Stream<TableRow> stream() {
    return rows.stream().map(this::row);
  }

  private TableRow row(Object row) {
    return new TableRow(table, column -> access.one(row, column));
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
    return new TableData(table, type, chosen, access);
  }
}
