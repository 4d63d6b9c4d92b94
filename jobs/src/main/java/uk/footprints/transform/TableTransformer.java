package uk.footprints.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.FindingCollector;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.Period;
import uk.footprints.table.RecordTable;
import uk.footprints.table.RowCells;
import uk.footprints.table.SourceColumns;
import uk.footprints.table.Table;
import uk.footprints.table.TableColumn;

/**
 * Fills a table ({@link RecordTable#published}) from a sheet whose header matched a layout. The dataset classifies each
 * row: one or more rows of the table, a note, a total, or rejected; none is lost. A row of the table counts as a figure.
 *
 * @param <R> the type of the table's rows
 */
public final class TableTransformer<R extends Record> {

  private final HeaderMatch match;
  private final String dataset;
  private final Table table;
  private final Function<R, RowCells.Builder> cells;
  private final Location place;
  private final Map<String, Integer> positions = new HashMap<>();
  private final SourceColumns source;
  private final List<TableColumn<?>> key;
  private final Set<List<Object>> seen = new HashSet<>();
  private final List<RowCells> filled = new ArrayList<>();
  private final FindingCollector findings = new FindingCollector();
  private final CodeColumn codes = new CodeColumn();
  private Sheet.Row last;
  private long observed;
  private long notes;
  private long totals;
  private long rejected;
  private long cellsRejected;
  private long refused;
  private int lastRefused;

  /** Starts reading a sheet. */
  public TableTransformer(HeaderMatch match, String dataset, RecordTable<R> table, Location place) {
    this(match, dataset, place, table.table(), table::builder);
  }

  /**
   * Starts reading a sheet into a table whose columns are known when the program runs.
   *
   * @param values gives the values of a row, in the order of the table's first columns
   */
  public TableTransformer(
      HeaderMatch match, String dataset, Table table, Function<R, List<Object>> values, Location place) {
    this(match, dataset, place, table, row -> builder(table, values.apply(row)));
  }

  private static RowCells.Builder builder(Table table, List<Object> values) {
    RowCells.Builder cells = RowCells.builder(table.fields().size());
    for (int i = 0; i < values.size(); i++) {
      cells.set(i, values.get(i));
    }
    return cells;
  }

  private TableTransformer(
      HeaderMatch match, String dataset, Location place, Table table, Function<R, RowCells.Builder> cells) {
    this.match = match;
    this.dataset = dataset;
    this.table = table;
    this.cells = cells;
    this.place = place.sheet(match.sheet().name());
    this.source = SourceColumns.of(table);
    this.key = table.keyColumns();
    for (int i = match.columns().size() - 1; i >= 0; i--) {
      LayoutColumn column = match.columns().get(i);
      if (column != null && !column.name().isEmpty()) {
        positions.put(column.name(), i);
      }
    }
  }

  /** Returns whether the sheet has a column. */
  public boolean has(String column) {
    return positions.containsKey(column);
  }

  /** Returns a cell without white space at its ends; empty for a blank cell or a column that the sheet lacks. */
  public String text(Sheet.Row row, String column) {
    Integer at = positions.get(column);
    return at == null ? "" : stripped(row.cell(at));
  }

  /** Returns the text of a cell; null for a blank cell or {@code NA}. */
  public String known(Sheet.Row row, String column) {
    String text = text(row, column);
    return text.isEmpty() || text.equals("NA") ? null : text;
  }

  /** Returns the code of a cell in capitals without marks; null for a blank cell or {@code NA}. */
  public String code(Sheet.Row row, String column) {
    String published = known(row, column);
    return published == null ? null : codes.read(published, place.row(row.number()).column(heading(column)));
  }

  /** Reads a figure with its status; empty where it cannot be read. */
  public Optional<CellValue> value(Sheet.Row row, String column) {
    return CellValue.read(text(row, column));
  }

  /** Reads a figure; null where none was published. A figure that cannot be read is a finding. */
  public Double number(Sheet.Row row, String column) {
    Integer at = positions.get(column);
    return at == null ? null : number(row, at, row.cell(at));
  }

  /** Reads a percentage with or without its sign: 1.54 for {@code 1.54%}. */
  public Double percentage(Sheet.Row row, String column) {
    String text = text(row, column);
    return number(row, positions.get(column), text.endsWith("%") ? text.substring(0, text.length() - 1) : text);
  }

  /** Reads a count or an amount that cannot be below zero; such a value is missing, with a finding. */
  public Double count(Sheet.Row row, String column) {
    return within(row, column, ValueLimits.COUNT);
  }

  /** Reads a figure; null where it is outside its limits, with a finding, and where none was published. */
  public Double within(Sheet.Row row, String column, ValueLimits limits) {
    return possible(row, column, limits, number(row, column));
  }

  private Double possible(Sheet.Row row, String column, ValueLimits limits, Double value) {
    if (value == null || limits.allows(value)) {
      return value;
    }
    boolean negative = value < 0;
    find(
        negative ? Kind.NEGATIVE_COUNT : Kind.IMPOSSIBLE_VALUE, place.row(row.number()).column(heading(column)),
        "expected %s, found %s; it was read as missing",
        negative ? "no less than zero" : "no more than " + limits.highest(), text(row, column));
    refuse(row);
    return null;
  }

  private String heading(String column) {
    Integer at = positions.get(column);
    return at == null ? "" : match.headings().get(at).strip();
  }

  private Double number(Sheet.Row row, int at, String cell) {
    Optional<CellValue> value = CellValue.read(cell);
    if (value.isEmpty()) {
      String heading = match.headings().get(at).strip();
      find(Kind.NOT_A_NUMBER, place.row(row.number()).column(heading), "expected a number, found '%s'", cell.strip());
      refuse(row);
      return null;
    }
    return value.get().status() == CellStatus.REPORTED ? (Double) value.get().number() : null;
  }

  /** Counts a row that has a figure which could not be used; once, however many it has. */
  private void refuse(Sheet.Row row) {
    refused += lastRefused == row.number() ? 0 : 1;
    lastRefused = row.number();
  }

  /**
   * Adds a row to the table, without the columns about its publication. One row of the sheet may give several. If the
   * sheet already had the key, the first row is kept and this one is rejected; the result is then false.
   */
  public boolean add(Sheet.Row row, R values) {
    return add(row, cells(row, values));
  }

  private RowCells cells(Sheet.Row row, R values) {
    RowCells.Builder all = cells.apply(values);
    source.setPlace(all, match.sheet().name(), row.number());
    return all.build();
  }

  private boolean add(Sheet.Row row, RowCells cells) {
    observed += row == last ? 0 : 1;
    last = row;
    if (!seen.add(cells.values(key))) {
      cellsRejected++;
      find(Kind.DUPLICATE_ROW, place.row(row.number()), "%s is in the file twice", named(cells));
      return false;
    }
    return filled.add(cells);
  }

  /** Rejects one figure of a row that gives several rows of the table, with a finding. */
  public void refuse(Sheet.Row row, String column, Kind kind, String message, Object... values) {
    observed += row == last ? 0 : 1;
    last = row;
    cellsRejected++;
    find(kind, place.row(row.number()).column(heading(column)), message, values);
  }

  /** Adds a row unless its key is there already, for sheets that repeat a fact in several rows. */
  public void addOnce(Sheet.Row row, R values) {
    RowCells cells = cells(row, values);
    if (!seen.contains(cells.values(key))) {
      add(row, cells);
    } else if (row != last) {
      observed++;
      last = row;
    }
  }

  private String named(RowCells cells) {
    return cells.values(key).stream().filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining(", "));
  }

  /** Counts a footnote, or a row without content for this table. */
  public void note(Sheet.Row row) {
    notes++;
  }

  /** Counts a row that adds up others. */
  public void total(Sheet.Row row) {
    totals++;
  }

  /** Rejects a row, with a finding. */
  public void reject(Sheet.Row row, String column, Kind kind, String message, Object... values) {
    rejected++;
    refused += kind == Kind.OTHER_COUNTRY || lastRefused == row.number() ? 0 : 1;
    lastRefused = row.number();
    find(kind, place.row(row.number()).column(heading(column)), message, values);
  }

  /** Adds a finding about a row. */
  public void find(Sheet.Row row, Kind kind, String message, Object... values) {
    find(kind, place.row(row.number()), message, values);
  }

  /** Adds a finding about the sheet. */
  public void find(Kind kind, String message, Object... values) {
    find(kind, place, message, values);
  }

  private void find(Kind kind, Location where, String message, Object... values) {
    findings.add(kind, () -> Finding.of(kind, dataset, where, message, values));
  }

  /** Returns the content of the sheet. */
  public SheetContent close(List<Period> periods) {
    long titles = match.headerIndex() + 1L;
    findings.addAll(codes.findings(dataset));
    RowAccounting accounting =
        new RowAccounting(
                match.sheet().rows().size(), observed, titles, notes, totals, rejected, 0,
                filled.size() + cellsRejected, cellsRejected)
            .refusing(Math.max(filled.size() + rejected, refused), refused);
    List<TableDraft> rows = List.of(new TableDraft(table, filled));
    return new SheetContent(List.of(), rows, findings.list(), accounting, filled.isEmpty() ? List.of() : periods);
  }

  /** Removes white space at both ends, including no-break spaces. */
  private static String stripped(String cell) {
    return cell.indexOf('\u00a0') < 0 ? cell.strip() : cell.replace('\u00a0', ' ').strip();
  }
}
