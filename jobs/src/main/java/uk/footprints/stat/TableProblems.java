package uk.footprints.stat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.runtime.UserException;

/** Problems of a table, collected so that one message shows them, and the rows that cannot have a result. */
public final class TableProblems {

  /** Number of problems to show; the rest is counted. */
  static final int SHOWN = 20;

  private final InputTable table;
  private final List<String> sentences = new ArrayList<>();
  private final Map<Integer, String> byRow = new HashMap<>();
  private int count;

  TableProblems(InputTable table) {
    this.table = table;
  }

  /**
   * Reports a wrong cell.
   *
   * @param row from 0
   * @param column name of the column
   * @param what the problem, and after a semicolon the correction
   */
  void cell(int row, String column, String what) {
    byRow.putIfAbsent(row, "column %s: %s".formatted(column, what.replaceFirst(";.*", "")));
    add("%s, row %d, column %s: %s.".formatted(table.file(), table.line(row), column, what));
  }

  /** Notes that a row cannot have a result, because of another row whose problem is reported. */
  void mark(int row, String column, String what) {
    byRow.putIfAbsent(row, "column %s: %s".formatted(column, what));
  }

  /** Reports a missing column. */
  void header(String column, String what) {
    add("%s, row 1, column %s: %s.".formatted(table.file(), column, what));
  }

  private void add(String sentence) {
    count++;
    if (sentences.size() < SHOWN) {
      sentences.add(sentence);
    }
  }

  /** Returns why a row cannot have a result; null when it can. */
  String of(int row) {
    return byRow.get(row);
  }

  /** Returns why one of the rows cannot have a result; null when all can. */
  String of(int[] rows) {
    if (byRow.isEmpty()) {
      return null;
    }
    for (int row : rows) {
      String why = byRow.get(row);
      if (why != null) {
        return why;
      }
    }
    return null;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Returns all problems as one exception that the user can correct. */
  UserException asFailure(String next) {
    List<String> all = new ArrayList<>(sentences);
    if (count > sentences.size()) {
      all.add("... and %,d more like these.".formatted(count - sentences.size()));
    }
    return UserException.data(String.join("\n", all), next);
  }
}
