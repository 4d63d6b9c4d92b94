package uk.footprints.records.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import uk.footprints.records.measure.AreaCount;
import uk.footprints.records.measure.StayMeasure;
import uk.footprints.records.measure.Suppression;

/**
 * Areas by months, or by groups of people, of one financial year: which figures are withheld, level by level. One more
 * row and one more column are totals.
 */
final class SuppressionTable {

  private final List<String> areas;
  private final List<Integer> columns;
  private final long[][][] counts;
  private final Map<String, boolean[][]> hidden = new HashMap<>();

  /**
   * A table of counts, nothing of it withheld yet.
   *
   * @param cells each area's months, or groups
   * @param byMonth whether columns are months
   */
  SuppressionTable(List<AreaCount> cells, boolean byMonth) {
    areas = List.copyOf(new TreeSet<>(cells.stream().map(AreaCount::area).toList()));
    columns = List.copyOf(new TreeSet<>(cells.stream().map(c -> byMonth ? c.time() : c.group()).toList()));
    counts = new long[areas.size() + 1][columns.size() + 1][StayMeasure.values().length];
    Map<String, Integer> rows = new HashMap<>();
    areas.forEach(area -> rows.put(area, rows.size()));
    for (AreaCount cell : cells) {
      int row = rows.get(cell.area());
      int column = java.util.Collections.binarySearch(columns, byMonth ? cell.time() : cell.group());
      for (int m = 0; m < cell.counts().length; m++) {
        long count = cell.counts()[m];
        counts[row][column][m] += count;
        counts[areas.size()][column][m] += count;
        counts[row][columns.size()][m] += count;
        counts[areas.size()][columns.size()][m] += count;
      }
    }
  }

  /** The areas, each a row; the row after the last holds the totals. */
  List<String> areas() {
    return areas;
  }

  /** The months or groups, each a column; the column after the last holds the totals. */
  List<Integer> columns() {
    return columns;
  }

  /** The counts of a cell, withheld or not. */
  long[] counts(int row, int column) {
    return counts[row][column];
  }

  boolean isHidden(SuppressionGroup level, int row, int column) {
    return hidden.get(level.id())[row][column];
  }

  /**
   * Withholds what is small, and what would give it away.
   *
   * @param levels which
   * @param forced cells that are withheld elsewhere, by level; a level may lack
   * @param rowTotalsStay whether the totals of areas are published elsewhere
   * @param threshold counts from 1 to below it are small
   */
  void withhold(List<SuppressionGroup> levels, Map<String, boolean[][]> forced, boolean rowTotalsStay, int threshold) {
    for (SuppressionGroup level : levels) {
      boolean[][] already = new boolean[areas.size() + 1][columns.size() + 1];
      level.within().forEach(whole -> join(already, hidden.get(whole)));
      join(already, forced.get(level.id()));
      List<long[][]> parts = level.parts().stream().map(this::inner).toList();
      hidden.put(level.id(), Suppression.of(parts, already, rowTotalsStay, threshold).hidden());
    }
  }

  /** By level, the totals over all areas that are withheld: nothing else. */
  Map<String, boolean[][]> totals() {
    Map<String, boolean[][]> totals = new HashMap<>();
    hidden.forEach((level, cells) -> {
      boolean[][] only = new boolean[cells.length][cells[0].length];
      only[areas.size()] = cells[areas.size()].clone();
      totals.put(level, only);
    });
    return totals;
  }

  /** The same cells for a table with other rows, of which the last is the total as here. */
  static Map<String, boolean[][]> fitted(Map<String, boolean[][]> totals, SuppressionTable to) {
    Map<String, boolean[][]> fitted = new HashMap<>();
    totals.forEach((level, cells) -> {
      boolean[][] other = new boolean[to.areas.size() + 1][to.columns.size() + 1];
      other[to.areas.size()] = cells[cells.length - 1].clone();
      fitted.put(level, other);
    });
    return fitted;
  }

  private long[][] inner(java.util.function.ToLongFunction<long[]> part) {
    long[][] table = new long[areas.size()][columns.size()];
    for (int r = 0; r < table.length; r++) {
      for (int c = 0; c < table[r].length; c++) {
        table[r][c] = part.applyAsLong(counts[r][c]);
      }
    }
    return table;
  }

  private static void join(boolean[][] into, boolean[][] from) {
    for (int r = 0; from != null && r < into.length; r++) {
      for (int c = 0; c < into[r].length; c++) {
        into[r][c] |= from[r][c];
      }
    }
  }
}
