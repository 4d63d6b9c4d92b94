package uk.footprints.records.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Looks for exchanges: changes of withheld counts that leave everything as it is that is shown, with all its sums. If
 * exchanges lead from the true counts to others, no reader can rule those out.
 *
 * <p>A change in a cell is made good in its column by the contrary in another row, there in that row by the same in
 * another column, and so on until the cell's own row is reached: a cycle of withheld cells. A total counts with the
 * opposite sign. Where a cycle changes the total of an area, a group of the area's people changes with it in the tables
 * whose rows add up to that total; where it changes a total over all areas, so does an area of the other side.
 * Exchanges are made one after the other on a copy of the counts, so that together they are possible too.
 */
final class ExchangeSearch {

  /** Changes that are tried of those that name parts of a stay; the cell itself mostly decides which. */
  private static final int MOST_WITH_FLAGS = 24;

  /** A change that was made in a cell. */
  private record Step(ExchangeTable table, int row, int column, CountChange change, long times) {}

  private final int free;
  private final Deque<Step> made = new ArrayDeque<>();
  private final Map<ToLongFunction<long[]>, List<CountChange>> changes = new HashMap<>();
  private final Map<CountChange.Stays, List<CountChange>> byStays = new HashMap<>();

  /**
   * @param free levels of which nothing at all is shown, as bits: they have no sums to be kept
   */
  ExchangeSearch(int free) {
    this.free = free;
  }

  /** Whether nothing at all is shown of some levels, given as bits. */
  boolean isFree(int levels) {
    return (levels & ~free) == 0;
  }

  /** Whether exchanges lead from the true count, or rest of counts, of a cell to another. */
  boolean reaches(ExchangeTable table, int row, int column, ToLongFunction<long[]> part, long target) {
    boolean reached = true;
    long value = part.applyAsLong(table.counts(row, column));
    while (reached && value != target) {
      long made = step(table, row, column, part, target - value);
      reached = made != 0;
      value += made;
    }
    while (!made.isEmpty()) {
      Step step = made.pop();
      step.table.apply(step.row, step.column, step.change, -step.times);
    }
    return reached;
  }

  /** The changes that move a part of a cell by one upwards, or with a negative number of times downwards. */
  List<CountChange> changes(ExchangeTable table, int row, int column, ToLongFunction<long[]> part, int sign) {
    List<CountChange> moving = changes.computeIfAbsent(
        part, p -> CountChange.ALL.stream().filter(change -> change.effect(p) != 0).toList());
    return fitting(moving, table, row, column, part, sign);
  }

  private static List<CountChange> fitting(List<CountChange> moving, ExchangeTable table, int row, int column,
      ToLongFunction<long[]> part, int sign) {
    List<CountChange> fitting = new ArrayList<>();
    int withFlags = 0;
    for (CountChange change : moving) {
      long times = sign * change.effect(part);
      if (change.flags() > 1 && times > 0 || change.flags() > 0 && withFlags == MOST_WITH_FLAGS) {
        continue;
      }
      if (change.fits(table.counts(row, column), table.isOfGroups(), times)) {
        withFlags += change.flags() > 0 ? 1 : 0;
        fitting.add(change);
      }
    }
    return fitting;
  }

  private long step(ExchangeTable table, int row, int column, ToLongFunction<long[]> part, long wanted) {
    long step = step(table, row, column, part, wanted, changes(table, row, column, part, Long.signum(wanted)));
    if (step != 0) {
      return step;
    }
    List<CountChange> ofCell =
        byStays.computeIfAbsent(CountChange.Stays.of(table.counts(row, column)), CountChange::of).stream()
            .filter(change -> change.effect(part) != 0).toList();
    return step(
        table, row, column, part, wanted, fitting(ofCell, table, row, column, part, Long.signum(wanted)));
  }

  private long step(ExchangeTable table, int row, int column, ToLongFunction<long[]> part, long wanted,
      List<CountChange> fitting) {
    for (boolean totals : new boolean[] {false, true}) {
      for (long size = Math.abs(wanted); size > 0; size = size == 1 ? 0 : 1) {
        for (CountChange change : fitting) {
          long times = Long.signum(wanted) * change.effect(part) * size;
          if (exchange(table, row, column, change, times, totals)) {
            return Long.signum(wanted) * size;
          }
        }
      }
    }
    return 0;
  }

  private boolean exchange(ExchangeTable table, int row, int column, CountChange change, long times, boolean totals) {
    if (!table.allows(row, column, change, times)) {
      return false;
    }
    if (isFree(change.levels())) {
      make(List.of(new Step(table, row, column, change, times)));
      return true;
    }
    boolean ofRow = column == table.totalColumn();
    boolean ofColumn = row == table.totalRow();
    if (ofRow && ofColumn || (ofRow || ofColumn) && !totals) {
      return false;
    }
    List<Step> cycle = cycle(table, row, column, change, times, totals);
    if (!cycle.isEmpty() && linkTotals(table, cycle, change, null, -1)) {
      make(cycle);
      return true;
    }
    return totals && !ofColumn && exchangeYears(table, row, column, change, times);
  }

  /** Changes a group of an area together with the area's year, where that is withheld too. */
  private boolean exchangeYears(ExchangeTable groups, int row, int column, CountChange change, long times) {
    ExchangeTable years = groups.whole();
    int of = years == null ? -1 : years.row(groups.area(row));
    if (of < 0 || !years.allows(of, years.totalColumn(), change, times)) {
      return false;
    }
    List<Step> cycle = cycle(years, of, years.totalColumn(), change, times, true);
    if (cycle.isEmpty() || !linkTotals(years, cycle, change, groups, column)) {
      return false;
    }
    make(cycle);
    return true;
  }

  private void make(List<Step> steps) {
    for (Step step : steps) {
      step.table.apply(step.row, step.column, step.change, step.times);
      made.push(step);
    }
  }

  /** The shortest cycle through a cell, breadth first; empty when there is none. */
  private static List<Step> cycle(
      ExchangeTable table, int row, int column, CountChange change, long times, boolean totals) {
    int rows = table.totalRow() + 1;
    int columns = table.totalColumn() + 1;
    int[] columnOfRow = new int[rows];
    int[] rowOfColumn = new int[columns];
    Arrays.fill(columnOfRow, -1);
    Arrays.fill(rowOfColumn, -1);
    rowOfColumn[column] = row;
    long up = sign(table, row, column) * times;
    Deque<Integer> next = new ArrayDeque<>();
    next.add(rows + column);
    while (!next.isEmpty()) {
      int node = next.remove();
      if (node >= rows) {
        int c = node - rows;
        if (c != column && allows(table, row, c, change, -up, totals)) {
          return steps(table, row, column, c, change, up, columnOfRow, rowOfColumn);
        }
        for (int r = 0; r < rows; r++) {
          if (r != row && columnOfRow[r] < 0 && allows(table, r, c, change, -up, totals)) {
            columnOfRow[r] = c;
            next.add(r);
          }
        }
      } else {
        for (int c = 0; c < columns; c++) {
          if (rowOfColumn[c] < 0 && allows(table, node, c, change, up, totals)) {
            rowOfColumn[c] = node;
            next.add(rows + c);
          }
        }
      }
    }
    return List.of();
  }

  private static List<Step> steps(ExchangeTable table, int row, int column, int last, CountChange change, long up,
      int[] columnOfRow, int[] rowOfColumn) {
    List<Step> steps = new ArrayList<>();
    steps.add(step(table, row, column, change, up));
    steps.add(step(table, row, last, change, -up));
    for (int c = last; c != column; c = columnOfRow[rowOfColumn[c]]) {
      int r = rowOfColumn[c];
      steps.add(step(table, r, c, change, up));
      steps.add(step(table, r, columnOfRow[r], change, -up));
    }
    return steps;
  }

  private static Step step(ExchangeTable table, int row, int column, CountChange change, long up) {
    return new Step(table, row, column, change, sign(table, row, column) * up);
  }

  private static boolean allows(
      ExchangeTable table, int row, int column, CountChange change, long up, boolean totals) {
    boolean ofRow = column == table.totalColumn();
    boolean ofColumn = row == table.totalRow();
    if ((ofRow || ofColumn) && (!totals || ofRow && ofColumn || ofRow && !table.mayChangeRowTotals())) {
      return false;
    }
    return table.allows(row, column, change, sign(table, row, column) * up);
  }

  /** A total is the sum of its line, so that with the opposite sign the line adds up to nothing. */
  static int sign(ExchangeTable table, int row, int column) {
    return row == table.totalRow() != (column == table.totalColumn()) ? -1 : 1;
  }

  /** Adds what has to change in the tables that share the totals that a cycle changes; false when nothing can. */
  private static boolean linkTotals(
      ExchangeTable table, List<Step> cycle, CountChange change, ExchangeTable groups, int group) {
    List<Step> ofRows = cycle.stream().filter(s -> s.column == table.totalColumn()).toList();
    List<Step> ofColumns = cycle.stream().filter(s -> s.row == table.totalRow()).toList();
    if (!ofRows.isEmpty()) {
      for (ExchangeTable part : table.parts()) {
        int[] rows = ofRows.stream().mapToInt(s -> part.row(table.area(s.row))).toArray();
        int column = columnThatAllows(part, rows, ofRows, change, part == groups ? group : -1);
        if (column < 0) {
          return false;
        }
        for (int i = 0; i < rows.length; i++) {
          cycle.add(new Step(part, rows[i], column, change, ofRows.get(i).times));
          cycle.add(new Step(part, rows[i], part.totalColumn(), change, ofRows.get(i).times));
        }
      }
    }
    ExchangeTable other = table.other();
    if (!ofColumns.isEmpty() && other != null) {
      int[] columns = ofColumns.stream().mapToInt(s -> other.column(table.key(s.column))).toArray();
      int row = rowThatAllows(other, columns, ofColumns, change);
      if (row < 0) {
        return false;
      }
      for (int i = 0; i < columns.length; i++) {
        cycle.add(new Step(other, row, columns[i], change, ofColumns.get(i).times));
        cycle.add(new Step(other, other.totalRow(), columns[i], change, ofColumns.get(i).times));
      }
    }
    return true;
  }

  private static int columnThatAllows(
      ExchangeTable table, int[] rows, List<Step> steps, CountChange change, int only) {
    for (int c = 0; c < table.totalColumn(); c++) {
      boolean all = only < 0 || c == only;
      for (int i = 0; i < rows.length && all; i++) {
        all = rows[i] >= 0 && table.allows(rows[i], c, change, steps.get(i).times);
      }
      if (all) {
        return c;
      }
    }
    return -1;
  }

  static int rowThatAllows(ExchangeTable table, int[] columns, List<Step> steps, CountChange change) {
    for (int r = 0; r < table.totalRow(); r++) {
      boolean all = true;
      for (int i = 0; i < columns.length && all; i++) {
        all = columns[i] >= 0 && table.allows(r, columns[i], change, steps.get(i).times);
      }
      if (all) {
        return r;
      }
    }
    return -1;
  }
}
