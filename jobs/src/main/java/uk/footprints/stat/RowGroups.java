package uk.footprints.stat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Splits the rows of a table by the values of some of its columns. */
final class RowGroups {

  private RowGroups() {}

  /** The groups of these columns, in the order in which they first appear; all rows where there are no columns. */
  static List<RowGroup> of(InputTable table, List<String> names) {
    if (names.isEmpty()) {
      return List.of(new RowGroup(List.of(), List.of(), IntStream.range(0, table.rows()).toArray()));
    }
    CellDictionary[] keys = names.stream().map(table::column).toArray(CellDictionary[]::new);
    int[] groupOf = new int[table.rows()];
    for (CellDictionary key : keys) {
      combine(groupOf, key);
    }
    int[] sizes = new int[Arrays.stream(groupOf).max().orElse(-1) + 1];
    for (int group : groupOf) {
      sizes[group]++;
    }
    int[][] rows = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
    int[] filled = new int[sizes.length];
    for (int row = 0; row < groupOf.length; row++) {
      rows[groupOf[row]][filled[groupOf[row]]++] = row;
    }
    return Arrays.stream(rows)
        .map(of -> new RowGroup(names, Arrays.stream(keys).map(key -> key.get(of[0])).toList(), of))
        .toList();
  }

  /** Splits groups by one more column; groups are numbered in order of appearance. */
  private static void combine(int[] groupOf, CellDictionary key) {
    Map<Long, Integer> numbers = new HashMap<>();
    long before = -1;
    int number = -1;
    for (int row = 0; row < groupOf.length; row++) {
      long pair = (long) groupOf[row] << Integer.SIZE | key.code(row);
      // Rows of a group mostly follow one another.
      if (pair != before) {
        number = numbers.computeIfAbsent(pair, p -> numbers.size());
        before = pair;
      }
      groupOf[row] = number;
    }
  }
}
