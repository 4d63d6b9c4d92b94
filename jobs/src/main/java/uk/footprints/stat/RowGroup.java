package uk.footprints.stat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Group of rows.
 *
 * @param names the columns that make the group
 * @param key their values here
 * @param rows the positions of its rows, in input order
 */
public record RowGroup(List<String> names, List<String> key, int[] rows) {

  /** The first row, where a problem of the whole group is shown. */
  int first() {
    return rows[0];
  }

  /** Returns the positions of its rows, in input order. */
  IntStream stream() {
    return Arrays.stream(rows);
  }

  /** Returns the label of the group in messages: {@code area A01}. */
  String label() {
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      label.append(i == 0 ? "" : ", ").append(names.get(i)).append(' ').append(key.get(i));
    }
    return label.isEmpty() ? "the table" : label.toString();
  }
}
