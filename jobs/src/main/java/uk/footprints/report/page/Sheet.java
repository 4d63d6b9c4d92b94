package uk.footprints.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A table being made of rows, a column a call.
 *
 * @param <T> a row
 */
final class Sheet<T> {

  private final List<T> rows;
  private final List<Head> heads = new ArrayList<>();
  private final List<Function<T, Cell>> cells = new ArrayList<>();

  private Sheet(List<T> rows) {
    this.rows = rows;
  }

  static <T> Sheet<T> of(List<T> rows) {
    return new Sheet<>(rows);
  }

  private Sheet<T> with(Head head, Function<T, Cell> cell) {
    heads.add(head);
    cells.add(cell);
    return this;
  }

  /** What names a row. */
  Sheet<T> label(String head, Function<T, String> text) {
    return with(new Head(head, Head.Role.LABEL, false), row -> Cell.of(text.apply(row)));
  }

  /** The same with a link, from the folder of the site; none where it is empty. */
  Sheet<T> label(String head, Function<T, String> text, Function<T, String> href) {
    return with(new Head(head, Head.Role.LABEL, false), row -> Cell.of(text.apply(row), href.apply(row)));
  }

  /** A text by which rows are chosen. */
  Sheet<T> filter(String head, Function<T, String> text) {
    return with(new Head(head, Head.Role.FILTER, false), row -> Cell.of(text.apply(row)));
  }

  /** A text. */
  Sheet<T> text(String head, Function<T, String> text) {
    return with(new Head(head, Head.Role.NONE, false), row -> Cell.of(text.apply(row)));
  }

  /** A text with a link. */
  Sheet<T> link(String head, Function<T, String> text, Function<T, String> href) {
    return with(new Head(head, Head.Role.NONE, false), row -> Cell.of(text.apply(row), href.apply(row)));
  }

  /** A number that is not drawn. */
  Sheet<T> number(String head, Style style, ToDoubleFunction<T> number) {
    return number(head, style, Head.Role.NONE, number);
  }

  /** A number that is drawn. */
  Sheet<T> series(String head, Style style, ToDoubleFunction<T> number) {
    return number(head, style, Head.Role.SERIES, number);
  }

  /** A number with a role. */
  Sheet<T> number(String head, Style style, Head.Role role, ToDoubleFunction<T> number) {
    return with(new Head(head, role, true), row -> Cell.of(number.applyAsDouble(row), style));
  }

  /** The table with its words, drawn. */
  Exhibit exhibit(String id, String title, String basis, String words, String drawn, String unit, String download) {
    List<List<Cell>> all = new ArrayList<>();
    for (T row : rows) {
      List<Cell> line = new ArrayList<>(cells.size());
      cells.forEach(cell -> line.add(cell.apply(row)));
      all.add(line);
    }
    return new Exhibit(id, title, basis, words, drawn, unit, List.copyOf(heads), all, download);
  }

  /** The table alone. */
  Exhibit table(String id, String title, String basis, String words, String download) {
    return exhibit(id, title, basis, words, "", "", download);
  }
}
