package uk.footprints.stat;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Order of rows by their numbers, in which they are added up: the order of the file then does not change a sum. */
final class RowOrder {

  private RowOrder() {}

  /**
   * Returns rows in the order of their numbers; rows that are equal in all of them keep their order.
   *
   * @param columns numbers of all rows of the table, the first column that differs decides
   */
  static int[] by(int[] rows, double[]... columns) {
    Comparator<Integer> order = Comparator.comparingDouble(row -> columns[0][row]);
    for (int i = 1; i < columns.length; i++) {
      double[] column = columns[i];
      order = order.thenComparingDouble(row -> column[row]);
    }
    return IntStream.of(rows).boxed().sorted(order).mapToInt(Integer::intValue).toArray();
  }

  /** Returns the numbers of some rows. */
  static double[] pick(int[] rows, double[] column) {
    return IntStream.of(rows).mapToDouble(row -> column[row]).toArray();
  }
}
