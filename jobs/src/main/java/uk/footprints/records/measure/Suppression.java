package uk.footprints.records.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hides small counts of a table that is published with its totals, and as few others as keep the small ones from being
 * worked out.
 *
 * <p>Each row and each column, its total among it, adds up; so a hidden cell can be worked out exactly when it is the
 * only link between two groups of rows and columns that hidden cells tie together: a bridge of that graph
 * ({@link SuppressedCellGraph}). While there is a bridge, the smallest cell that joins the two groups is hidden too. Cells
 * hidden in a line must together come to the threshold as well, or their sum would give them away. A zero is no person
 * and stays.
 *
 * <p>No hidden small count can be narrowed by the table's lines either: from the sums of lines, one line after the
 * other and none below zero, it can be anything from 1 to below the threshold ({@link SuppressedIntervals}).
 *
 * <p>Several counts may share one pattern (a count and the rest of its whole, say): a cell is hidden for all of them
 * when it is small in one.
 *
 * @param layers counts that share the pattern, each with one more row and one more column for its totals
 * @param hidden which cells are not to be shown
 */
public record Suppression(List<long[][]> layers, boolean[][] hidden) {

  /** As NHS England rules for HES: 1 to 7 are not shown. */
  public static final int USUAL_THRESHOLD = 8;

  /**
   * @param counts the table without totals, every row as long as the others
   * @param threshold counts from 1 to below it are hidden; totals as well
   */
  public static Suppression of(long[][] counts, int threshold) {
    return of(List.<long[][]>of(counts), new boolean[counts.length + 1][counts[0].length + 1], false, threshold);
  }

  /**
   * @param counts tables of one shape without totals; of the first the smallest cells are hidden first
   * @param already cells (totals with them) that are hidden whatever they hold, because a larger count is
   * @param rowTotalsStay whether totals of rows are published elsewhere too, so that hiding them here would hide nothing
   * @param threshold counts from 1 to below it are hidden
   */
  public static Suppression of(
      List<long[][]> counts, boolean[][] already, boolean rowTotalsStay, int threshold) {
    List<long[][]> layers = counts.stream().map(Suppression::withTotals).toList();
    boolean[][] hidden = Arrays.stream(already).map(boolean[]::clone).toArray(boolean[][]::new);
    for (int r = 0; r < hidden.length; r++) {
      for (int c = 0; c < hidden[r].length; c++) {
        for (long[][] layer : layers) {
          hidden[r][c] |= layer[r][c] > 0 && layer[r][c] < threshold && !(rowTotalsStay && c == hidden[r].length - 1);
        }
      }
    }
    Suppression suppression = new Suppression(layers, hidden);
    boolean more = true;
    while (more) {
      more = suppression.breakBridges(rowTotalsStay);
      more |= suppression.fillLines(threshold);
      // Last, as most intervals are wide once no bridge is left.
      more = more || suppression.widenIntervals(already, rowTotalsStay, threshold);
    }
    return suppression;
  }

  /** The counts of the first layer, with totals. */
  public long[][] values() {
    return layers.get(0);
  }

  /** A count, or -1 where it is hidden. */
  public long shown(int row, int column) {
    return hidden[row][column] ? -1 : values()[row][column];
  }

  /** How many cells are hidden. */
  public int count() {
    int count = 0;
    for (boolean[] row : hidden) {
      for (boolean cell : row) {
        count += cell ? 1 : 0;
      }
    }
    return count;
  }

  private static long[][] withTotals(long[][] counts) {
    int rows = counts.length;
    int columns = counts[0].length;
    long[][] values = new long[rows + 1][columns + 1];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        values[r][c] = counts[r][c];
        values[r][columns] += counts[r][c];
        values[rows][c] += counts[r][c];
        values[rows][columns] += counts[r][c];
      }
    }
    return values;
  }

  /** Hides cells to close bridges, those around the fewest lines first; true when there was one to be closed. */
  private boolean breakBridges(boolean rowTotalsStay) {
    List<int[]> added = new ArrayList<>();
    SuppressedCellGraph.bridges(hidden).forEach(side -> {
      boolean closed = added.stream().anyMatch(cell -> side[cell[0]] != side[hidden.length + cell[1]]);
      int[] cell = closed ? null : smallestBetween(side, rowTotalsStay);
      if (cell != null) {
        hidden[cell[0]][cell[1]] = true;
        added.add(cell);
      }
    });
    return !added.isEmpty();
  }

  /** The cell to hide so that the lines of one side and the others are tied twice; null when there is none. */
  private int[] smallestBetween(boolean[] side, boolean rowTotalsStay) {
    int rows = hidden.length;
    int bestRow = -1;
    int bestColumn = -1;
    for (int r = 0; r < rows; r++) {
      int columns = hidden[r].length - (rowTotalsStay ? 1 : 0);
      for (int c = 0; c < columns; c++) {
        boolean between = side[r] != side[rows + c];
        if (between && !hidden[r][c] && (bestRow < 0 || cheaper(r, c, bestRow, bestColumn))) {
          bestRow = r;
          bestColumn = c;
        }
      }
    }
    return bestRow < 0 ? null : new int[] {bestRow, bestColumn};
  }

  /** Totals last, zeros before them, else the smaller count. */
  private boolean cheaper(int r, int c, int thanRow, int thanColumn) {
    int rank = rank(r, c);
    int thanRank = rank(thanRow, thanColumn);
    return rank != thanRank ? rank < thanRank : values()[r][c] < values()[thanRow][thanColumn];
  }

  private int rank(int r, int c) {
    long[][] values = values();
    int totals = (r == values.length - 1 ? 1 : 0) + (c == values[0].length - 1 ? 1 : 0);
    return totals * 2 + (values[r][c] == 0 ? 1 : 0);
  }

  private boolean fillLines(int threshold) {
    boolean more = false;
    for (int r = 0; r < hidden.length - 1; r++) {
      more |= !hidden[r][hidden[r].length - 1] && fill(threshold, r, true);
    }
    for (int c = 0; c < hidden[0].length - 1; c++) {
      more |= !hidden[hidden.length - 1][c] && fill(threshold, c, false);
    }
    return more;
  }

  /** Hides the smallest other cell of a line whose hidden cells add up to too little in one of the layers. */
  private boolean fill(int threshold, int line, boolean isRow) {
    boolean small = false;
    for (long[][] values : layers) {
      long sum = 0;
      for (int i = 0; i < length(isRow); i++) {
        sum += isHidden(line, i, isRow) ? at(values, line, i, isRow) : 0;
      }
      small |= sum > 0 && sum < threshold;
    }
    int best = -1;
    for (int i = 0; small && i < length(isRow); i++) {
      long value = at(values(), line, i, isRow);
      if (!isHidden(line, i, isRow) && value > 0 && (best < 0 || value < at(values(), line, best, isRow))) {
        best = i;
      }
    }
    if (best >= 0) {
      hidden[isRow ? line : best][isRow ? best : line] = true;
    }
    return best >= 0;
  }

  /** Hides a cell more in a line of every small count that can be narrowed; true when there was one to be hidden. */
  private boolean widenIntervals(boolean[][] already, boolean rowTotalsStay, int threshold) {
    boolean more = false;
    for (int layer = 0; layer < layers.size(); layer++) {
      SuppressedIntervals intervals = new SuppressedIntervals(layers.get(layer), hidden);
      if (layers.size() == 2) {
        intervals.limit(layers.get(1 - layer), already);
      }
      for (int[] cell : intervals.narrow(threshold)) {
        more |= hideBeside(cell[0], cell[1], rowTotalsStay);
      }
    }
    return more;
  }

  /** Hides the cheapest cell that is shown in the row or the column of a cell; false when there is none. */
  private boolean hideBeside(int row, int column, boolean rowTotalsStay) {
    int bestRow = -1;
    int bestColumn = -1;
    for (int c = 0; c < hidden[row].length - (rowTotalsStay ? 1 : 0); c++) {
      if (!hidden[row][c] && values()[row][c] > 0 && (bestRow < 0 || cheaper(row, c, bestRow, bestColumn))) {
        bestRow = row;
        bestColumn = c;
      }
    }
    for (int r = 0; r < hidden.length; r++) {
      if (!hidden[r][column] && values()[r][column] > 0 && (bestRow < 0 || cheaper(r, column, bestRow, bestColumn))) {
        bestRow = r;
        bestColumn = column;
      }
    }
    if (bestRow >= 0) {
      hidden[bestRow][bestColumn] = true;
    }
    return bestRow >= 0;
  }

  private int length(boolean isRow) {
    return isRow ? hidden[0].length - 1 : hidden.length - 1;
  }

  private boolean isHidden(int line, int i, boolean isRow) {
    return hidden[isRow ? line : i][isRow ? i : line];
  }

  private static long at(long[][] values, int line, int i, boolean isRow) {
    return values[isRow ? line : i][isRow ? i : line];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Suppression that
        && Arrays.deepEquals(layers.toArray(), that.layers.toArray()) && Arrays.deepEquals(hidden, that.hidden);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(layers.toArray()) * 31 + Arrays.deepHashCode(hidden);
  }
}
