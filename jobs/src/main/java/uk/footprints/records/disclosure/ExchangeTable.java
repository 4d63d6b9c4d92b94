package uk.footprints.records.disclosure;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The counts of a {@link SuppressionTable} while exchanges are tried on them, and the tables that share its totals.
 * Its last row and column are totals.
 */
final class ExchangeTable {

  private static final int LEVELS = (1 << SuppressionGroup.ALL.size()) - 1;

  private final SuppressionTable table;
  private final long[][][] counts;
  private final int[][] hidden;
  private final List<ExchangeTable> parts;
  private ExchangeTable other;
  private ExchangeTable whole;

  /**
   * Copies a table.
   *
   * @param table what is published, with what of it is withheld
   * @param levels the levels that are published of it; counts of the others are free
   * @param parts tables whose rows add up to the totals of this table's rows; null where those may not change
   */
  ExchangeTable(SuppressionTable table, List<SuppressionGroup> levels, List<ExchangeTable> parts) {
    this.table = table;
    this.parts = parts;
    parts().forEach(part -> part.whole = this);
    int rows = table.areas().size();
    int columns = table.columns().size();
    counts = new long[rows + 1][columns + 1][];
    hidden = new int[rows + 1][columns + 1];
    for (int r = 0; r <= rows; r++) {
      for (int c = 0; c <= columns; c++) {
        counts[r][c] = table.counts(r, c).clone();
        hidden[r][c] = LEVELS;
        for (SuppressionGroup level : levels) {
          hidden[r][c] &= table.isHidden(level, r, c) ? LEVELS : ~level.bit();
        }
      }
    }
  }

  /** Says that two tables have the same totals of columns: the two sides of what is counted. */
  static void sides(ExchangeTable one, ExchangeTable another) {
    one.other = another;
    another.other = one;
  }

  SuppressionTable table() {
    return table;
  }

  /** The other side, which has the same totals of columns; null when there is none. */
  ExchangeTable other() {
    return other;
  }

  /** The table whose totals of rows this one's rows add up to; null when there is none. */
  ExchangeTable whole() {
    return whole;
  }

  List<ExchangeTable> parts() {
    return parts == null ? List.of() : parts;
  }

  boolean mayChangeRowTotals() {
    return parts != null;
  }

  /** Whether its columns are groups of people and no months. */
  boolean isOfGroups() {
    return parts == null;
  }

  /** The row of totals; also how many rows there are without it. */
  int totalRow() {
    return counts.length - 1;
  }

  /** The column of totals; also how many columns there are without it. */
  int totalColumn() {
    return counts[0].length - 1;
  }

  long[] counts(int row, int column) {
    return counts[row][column];
  }

  /** Withholds levels of a cell, given as bits. */
  void hide(int row, int column, int levels) {
    hidden[row][column] |= levels;
  }

  /** Which of some levels are shown in a cell, as bits. */
  int shown(int row, int column, int levels) {
    return levels & ~hidden[row][column];
  }

  /** Which levels are withheld in every cell, as bits. */
  int hiddenEverywhere() {
    return Arrays.stream(hidden).flatMapToInt(Arrays::stream).reduce(LEVELS, (a, b) -> a & b);
  }

  /** Whether a change can be made in a cell so often without a contradiction to what is shown of the cell. */
  boolean allows(int row, int column, CountChange change, long times) {
    return shown(row, column, change.levels()) == 0 && change.fits(counts[row][column], isOfGroups(), times);
  }

  void apply(int row, int column, CountChange change, long times) {
    change.apply(counts[row][column], times);
  }

  /** The row of an area; -1 when it has none. */
  int row(String area) {
    return Math.max(-1, Collections.binarySearch(table.areas(), area));
  }

  /** The column of a month or group; -1 when it has none. */
  int column(int key) {
    return Math.max(-1, Collections.binarySearch(table.columns(), key));
  }

  /** The area of a row that is no total. */
  String area(int row) {
    return table.areas().get(row);
  }

  /** The month or group of a column that is no total. */
  int key(int column) {
    return table.columns().get(column);
  }
}
