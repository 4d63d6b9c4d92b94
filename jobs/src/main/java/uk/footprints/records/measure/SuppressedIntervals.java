package uk.footprints.records.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a reader can say of the hidden counts of a table that is published with its totals: the least and the largest
 * value of each, from the sums of its row and its column and from the intervals of the others in them, until nothing
 * changes. No count is below zero.
 */
final class SuppressedIntervals {

  /** Larger than any count, and far from overflow when added up. */
  private static final long UNKNOWN = 1L << 50;

  /** Each round uses every line once; an interval that is wide enough then is left at that. */
  private static final int ROUNDS = 12;

  private final long[][] values;
  private final boolean[][] hidden;
  private final long[][] least;
  private final long[][] most;

  /**
   * @param values the counts with one more row and one more column for totals
   * @param hidden which are not shown
   */
  SuppressedIntervals(long[][] values, boolean[][] hidden) {
    this.values = values;
    this.hidden = hidden;
    least = new long[values.length][values[0].length];
    most = new long[values.length][values[0].length];
    for (int r = 0; r < values.length; r++) {
      for (int c = 0; c < values[r].length; c++) {
        least[r][c] = hidden[r][c] ? 0 : values[r][c];
        most[r][c] = hidden[r][c] ? UNKNOWN : values[r][c];
      }
    }
  }

  /** Where the whole of a count is shown, the count is at most the whole: itself and its rest. */
  void limit(long[][] rest, boolean[][] wholeHidden) {
    for (int r = 0; r < values.length; r++) {
      for (int c = 0; c < values[r].length; c++) {
        if (hidden[r][c] && !wholeHidden[r][c]) {
          most[r][c] = values[r][c] + rest[r][c];
        }
      }
    }
  }

  /** The hidden counts from 1 to below the threshold that cannot be each of these numbers. */
  List<int[]> narrow(int threshold) {
    boolean more = true;
    for (int round = 0; more && round < ROUNDS; round++) {
      more = false;
      for (int r = 0; r < values.length; r++) {
        more |= line(r, true);
      }
      for (int c = 0; c < values[0].length; c++) {
        more |= line(c, false);
      }
    }
    List<int[]> narrow = new ArrayList<>();
    for (int r = 0; r < values.length; r++) {
      for (int c = 0; c < values[r].length; c++) {
        boolean small = hidden[r][c] && values[r][c] > 0 && values[r][c] < threshold;
        if (small && (least[r][c] > 1 || most[r][c] < threshold - 1)) {
          narrow.add(new int[] {r, c});
        }
      }
    }
    return narrow;
  }

  /** Narrows the cells of a line by its sum: its last cell is the sum of the others. */
  private boolean line(int number, boolean isRow) {
    int last = (isRow ? values[0].length : values.length) - 1;
    long low = 0;
    long high = 0;
    for (int i = 0; i < last; i++) {
      low += at(least, number, i, isRow);
      high += Math.min(UNKNOWN, at(most, number, i, isRow));
    }
    boolean more = narrow(number, last, isRow, low, high);
    long total = at(least, number, last, isRow);
    long mostTotal = at(most, number, last, isRow);
    for (int i = 0; i < last; i++) {
      // Bounds of the others, which are those of all without this cell's own.
      long othersLow = low - at(least, number, i, isRow);
      long othersHigh = high - at(most, number, i, isRow);
      more |= narrow(number, i, isRow, othersHigh >= UNKNOWN ? 0 : total - othersHigh, mostTotal - othersLow);
    }
    return more;
  }

  private boolean narrow(int number, int i, boolean isRow, long low, long high) {
    int r = isRow ? number : i;
    int c = isRow ? i : number;
    boolean more = hidden[r][c] && (low > least[r][c] || high < most[r][c]);
    if (more) {
      least[r][c] = Math.max(least[r][c], low);
      most[r][c] = Math.min(most[r][c], high);
    }
    return more;
  }

  private static long at(long[][] table, int number, int i, boolean isRow) {
    return isRow ? table[number][i] : table[i][number];
  }

  @Override
  public String toString() {
    return Arrays.deepToString(least) + " to " + Arrays.deepToString(most);
  }
}
