package uk.footprints.stat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import uk.footprints.statistics.Estimate;

/**
 * Columns of a method's result, each with its cell in a row. Status and reason are always the last two.
 *
 * @param <R> a row of the result
 */
final class ResultColumns<R extends ResultRow> {

  private static final String STATUS = "status";
  private static final String REASON = "reason";

  /**
   * One column.
   *
   * @param name name in the header
   * @param number the number of a row, NaN where it does not exist; empty where the settings do not include it
   * @param text the text of a row; null in a column of numbers
   * @param without the cell of a row that has no result
   */
  private record ResultColumn<R>(
      String name, Function<R, OptionalDouble> number, Function<R, String> text, String without) {}

  private final List<ResultColumn<R>> columns = new ArrayList<>();

  /** Adds a number, which every row of status ok has. */
  ResultColumns<R> number(String name, ToDoubleFunction<R> number) {
    return optional(name, row -> OptionalDouble.of(number.applyAsDouble(row)));
  }

  /** Adds a number that only some settings include. */
  ResultColumns<R> optional(String name, Function<R, OptionalDouble> number) {
    columns.add(new ResultColumn<>(name, number, null, ""));
    return this;
  }

  /** Adds a whole number. */
  ResultColumns<R> whole(String name, ToLongFunction<R> number) {
    return text(name, row -> Long.toString(number.applyAsLong(row)));
  }

  /** Adds a text. */
  ResultColumns<R> text(String name, Function<R, String> text) {
    return text(name, text, "");
  }

  /** Adds a text that a row without a result has too. */
  ResultColumns<R> text(String name, Function<R, String> text, String without) {
    columns.add(new ResultColumn<>(name, null, text, without));
    return this;
  }

  /** Adds an estimate with its limits and their method. */
  ResultColumns<R> estimate(Function<R, Estimate> estimate) {
    return number("value", row -> estimate.apply(row).value())
        .number("lower_95", row -> estimate.apply(row).lower95())
        .number("upper_95", row -> estimate.apply(row).upper95())
        .number("lower_998", row -> estimate.apply(row).lower998())
        .number("upper_998", row -> estimate.apply(row).upper998())
        .text("method", row -> estimate.apply(row).method());
  }

  /** Returns the names in order. */
  List<String> names() {
    return Stream.concat(columns.stream().map(ResultColumn::name), Stream.of(STATUS, REASON)).toList();
  }

  /** Returns the cells of a row. A number that is not finite has no cell, and its row is then not ok. */
  String[] cells(R row) {
    String[] cells = new String[columns.size() + 2];
    List<String> lacking = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      ResultColumn<R> column = columns.get(i);
      if (column.text != null) {
        cells[i] = column.text.apply(row);
        continue;
      }
      OptionalDouble number = column.number.apply(row);
      boolean finite = number.isPresent() && Double.isFinite(number.getAsDouble());
      cells[i] = finite ? text(number.getAsDouble()) : "";
      if (number.isPresent() && !finite) {
        lacking.add(column.name);
      }
    }
    return ended(cells, row.outcome().lacking(String.join(", ", lacking)));
  }

  /** Returns the cells of a row that has no result. */
  String[] none(RowStatus outcome) {
    String[] cells = new String[columns.size() + 2];
    for (int i = 0; i < columns.size(); i++) {
      cells[i] = columns.get(i).without;
    }
    return ended(cells, outcome);
  }

  private static String[] ended(String[] cells, RowStatus outcome) {
    cells[cells.length - 2] = outcome.status().text();
    cells[cells.length - 1] = outcome.reason();
    return cells;
  }

  /** Formats a number with the fewest digits that read back exactly. */
  private static String text(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole ? Long.toString((long) number) : Double.toString(number);
  }
}
