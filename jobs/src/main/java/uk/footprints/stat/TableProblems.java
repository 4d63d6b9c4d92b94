package uk.footprints.stat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.runtime.UserException;

/** What is wrong with a table: every problem in one go, and the rows that can have no answer because of it. */
public final class TableProblems {

  /** How many are shown; the rest is counted. */
  static final int SHOWN = 20;

  private final InputTable table;
  private final List<String> sentences = new ArrayList<>();
  private final Map<Integer, String> byRow = new HashMap<>();
  private int count;

  TableProblems(InputTable table) {
    this.table = table;
  }

  /**
   * A cell that is wrong.
   *
   * @param row from 0
   * @param column its name
   * @param what what is wrong, and after a semicolon what to do
   */
  void cell(int row, String column, String what) {
    byRow.putIfAbsent(row, "column %s: %s".formatted(column, what.replaceFirst(";.*", "")));
    say("%s, row %d, column %s: %s.".formatted(table.file(), table.line(row), column, what));
  }

  /** A column that is not there. */
  void header(String column, String what) {
    say("%s, row 1, column %s: %s.".formatted(table.file(), column, what));
  }

  private void say(String sentence) {
    count++;
    if (sentences.size() < SHOWN) {
      sentences.add(sentence);
    }
  }

  /** Why a row can have no answer; null when it can. */
  String of(int row) {
    return byRow.get(row);
  }

  /** Why one of the rows can have no answer; null when all can. */
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

  /** All of them as one failure that the user can mend. */
  UserException asFailure(String next) {
    List<String> all = new ArrayList<>(sentences);
    if (count > sentences.size()) {
      all.add("... and %,d more like these.".formatted(count - sentences.size()));
    }
    return UserException.data(String.join("\n", all), next);
  }
}
