package uk.footprints.stay.measure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Hides small counts of a table that is published with its totals, and as few others as keep the small ones from being
 * worked out.
 *
 * <p>Each row and each column, its total among it, adds up; so a hidden cell can be worked out exactly when it is the
 * only link between two groups of rows and columns that hidden cells tie together: a bridge of that graph. While there
 * is a bridge, the smallest cell that joins the two groups is hidden too. Cells hidden in a line must together come to
 * the threshold as well, or their sum would give them away. A zero is no person and stays.
 *
 * @param values the counts, one more row and one more column for the totals
 * @param hidden which cells are not to be shown
 */
public record Suppression(long[][] values, boolean[][] hidden) {

  /** As NHS England rules for HES: 1 to 7 are not shown. */
  public static final int USUAL_THRESHOLD = 8;

  /**
   * @param counts the table without totals, every row as long as the others
   * @param threshold counts from 1 to below it are hidden; totals as well
   */
  public static Suppression of(long[][] counts, int threshold) {
    long[][] values = withTotals(counts);
    boolean[][] hidden = new boolean[values.length][values[0].length];
    for (int r = 0; r < values.length; r++) {
      for (int c = 0; c < values[r].length; c++) {
        hidden[r][c] = values[r][c] > 0 && values[r][c] < threshold;
      }
    }
    Suppression suppression = new Suppression(values, hidden);
    boolean more = true;
    while (more) {
      more = suppression.breakBridge() || suppression.fillLine(threshold);
    }
    return suppression;
  }

  /** A count, or -1 where it is hidden. */
  public long shown(int row, int column) {
    return hidden[row][column] ? -1 : values[row][column];
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

  private boolean breakBridge() {
    for (int r = 0; r < hidden.length; r++) {
      for (int c = 0; c < hidden[r].length; c++) {
        if (hidden[r][c]) {
          boolean[] side = reached(r, c);
          if (!side[hidden.length + c] && hideSmallestBetween(side)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Rows and columns (after the rows) that hidden cells tie to row r when the cell (r, c) is left out. */
  private boolean[] reached(int r, int c) {
    int rows = hidden.length;
    boolean[] reached = new boolean[rows + hidden[0].length];
    Deque<Integer> next = new ArrayDeque<>();
    reached[r] = true;
    next.add(r);
    while (!next.isEmpty()) {
      int at = next.remove();
      int others = at < rows ? hidden[0].length : rows;
      for (int i = 0; i < others; i++) {
        int row = at < rows ? at : i;
        int column = at < rows ? i : at - rows;
        int other = at < rows ? rows + i : i;
        if (hidden[row][column] && !(row == r && column == c) && !reached[other]) {
          reached[other] = true;
          next.add(other);
        }
      }
    }
    return reached;
  }

  private boolean hideSmallestBetween(boolean[] side) {
    int rows = hidden.length;
    int bestRow = -1;
    int bestColumn = -1;
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < hidden[r].length; c++) {
        boolean between = side[r] != side[rows + c];
        if (between && !hidden[r][c] && (bestRow < 0 || cheaper(r, c, bestRow, bestColumn))) {
          bestRow = r;
          bestColumn = c;
        }
      }
    }
    if (bestRow < 0) {
      return false;
    }
    hidden[bestRow][bestColumn] = true;
    return true;
  }

  /** Totals last, zeros before them, else the smaller count. */
  private boolean cheaper(int r, int c, int thanRow, int thanColumn) {
    int rank = rank(r, c);
    int thanRank = rank(thanRow, thanColumn);
    return rank != thanRank ? rank < thanRank : values[r][c] < values[thanRow][thanColumn];
  }

  private int rank(int r, int c) {
    int totals = (r == values.length - 1 ? 1 : 0) + (c == values[0].length - 1 ? 1 : 0);
    return totals * 2 + (values[r][c] == 0 ? 1 : 0);
  }

  private boolean fillLine(int threshold) {
    for (int r = 0; r < hidden.length - 1; r++) {
      if (!hidden[r][hidden[r].length - 1] && fill(threshold, r, true)) {
        return true;
      }
    }
    for (int c = 0; c < hidden[0].length - 1; c++) {
      if (!hidden[hidden.length - 1][c] && fill(threshold, c, false)) {
        return true;
      }
    }
    return false;
  }

  private boolean fill(int threshold, int line, boolean isRow) {
    long sum = 0;
    int best = -1;
    boolean any = false;
    int length = isRow ? hidden[0].length - 1 : hidden.length - 1;
    for (int i = 0; i < length; i++) {
      int r = isRow ? line : i;
      int c = isRow ? i : line;
      if (hidden[r][c]) {
        any = true;
        sum += values[r][c];
      } else if (values[r][c] > 0
          && (best < 0 || values[r][c] < values[isRow ? line : best][isRow ? best : line])) {
        best = i;
      }
    }
    if (!any || sum >= threshold || best < 0) {
      return false;
    }
    hidden[isRow ? line : best][isRow ? best : line] = true;
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Suppression that
        && Arrays.deepEquals(values, that.values) && Arrays.deepEquals(hidden, that.hidden);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(values) * 31 + Arrays.deepHashCode(hidden);
  }
}
