package uk.footprints.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Builds a table from rows; each call adds a column.
 *
 * @param <T> the type of a row
 */
final class ExhibitBuilder<T> {

  private final List<T> rows;
  private final List<ColumnHead> heads = new ArrayList<>();
  private final List<Function<T, TableCell>> cells = new ArrayList<>();

  private Function<T, String> region;

  private ExhibitBuilder(List<T> rows) {
    this.rows = rows;
  }

  static <T> ExhibitBuilder<T> of(List<T> rows) {
    return new ExhibitBuilder<>(rows);
  }

  private ExhibitBuilder<T> with(ColumnHead head, Function<T, TableCell> cell) {
    heads.add(head);
    cells.add(cell);
    return this;
  }

  /** Adds a column that names the row. */
  ExhibitBuilder<T> label(String head, Function<T, String> text) {
    return with(new ColumnHead(head, ColumnHead.Role.LABEL, false), row -> TableCell.of(text.apply(row)));
  }

  /** Adds a column that names the row, with a link from the folder of the site; an empty text is no link. */
  ExhibitBuilder<T> label(String head, Function<T, String> text, Function<T, String> href) {
    return with(
        new ColumnHead(head, ColumnHead.Role.LABEL, false), row -> TableCell.of(text.apply(row), href.apply(row)));
  }

  /** Adds a column of texts by which a reader chooses rows. */
  ExhibitBuilder<T> filter(String head, Function<T, String> text) {
    return with(new ColumnHead(head, ColumnHead.Role.FILTER, false), row -> TableCell.of(text.apply(row)));
  }

  /** Adds a column of texts. */
  ExhibitBuilder<T> text(String head, Function<T, String> text) {
    return with(new ColumnHead(head, ColumnHead.Role.NONE, false), row -> TableCell.of(text.apply(row)));
  }

  /**
   * Adds a choice of the geography, the name of the area with a link to its page, its code and, as the last column, its
   * region.
   */
  ExhibitBuilder<T> area(
      SiteContext site, Function<T, String> geography, Function<T, String> code, Function<T, String> name) {
    filter("Areas", row -> SiteContext.label(geography.apply(row)));
    return place(site, geography, code, name);
  }

  /** Adds the name of an area or trust with a link to its page, its code and, as the last column, its region. */
  ExhibitBuilder<T> place(
      SiteContext site, Function<T, String> geography, Function<T, String> code, Function<T, String> name) {
    label(
        "Name", row -> Amount.cut(OrganisationNames.ofArea(geography.apply(row), name.apply(row))),
        row -> AreaPages.href(site, geography.apply(row), code.apply(row)));
    text("Code", row -> Amount.cut(code.apply(row), 60));
    region = row -> site.regions().of(geography.apply(row), code.apply(row));
    return this;
  }

  /** Adds a column of days; an absent day is an empty cell. */
  ExhibitBuilder<T> day(String head, Function<T, LocalDate> day) {
    return text(head, row -> day.apply(row) == null ? "" : Headline.day(day.apply(row)));
  }

  /** Adds a column that marks the rows in which recording changes; the chart shades those that have a text. */
  ExhibitBuilder<T> recording(String head, Function<T, String> text) {
    return with(new ColumnHead(head, ColumnHead.Role.RECORDING, false), row -> TableCell.of(text.apply(row)));
  }

  /** Adds a column of whole numbers; an absent number is no zero. */
  ExhibitBuilder<T> whole(String head, Function<T, Integer> whole) {
    return number(
        head, NumberStyle.WHOLE, row -> whole.apply(row) == null ? Double.NaN : whole.apply(row).doubleValue());
  }

  /** Adds a column of texts with a link. */
  ExhibitBuilder<T> link(String head, Function<T, String> text, Function<T, String> href) {
    return with(
        new ColumnHead(head, ColumnHead.Role.NONE, false), row -> TableCell.of(text.apply(row), href.apply(row)));
  }

  /** Adds a column of numbers that the chart does not draw. */
  ExhibitBuilder<T> number(String head, NumberStyle style, ToDoubleFunction<T> number) {
    return number(head, style, ColumnHead.Role.NONE, number);
  }

  /** Adds a column of numbers that the chart draws. */
  ExhibitBuilder<T> series(String head, NumberStyle style, ToDoubleFunction<T> number) {
    return number(head, style, ColumnHead.Role.SERIES, number);
  }

  /** Adds a column of numbers with a role. */
  ExhibitBuilder<T> number(String head, NumberStyle style, ColumnHead.Role role, ToDoubleFunction<T> number) {
    return with(new ColumnHead(head, role, true), row -> TableCell.of(number.applyAsDouble(row), style));
  }

  /** Builds the table with its words and its chart. */
  Exhibit exhibit(String id, String title, String basis, String words, String drawn, String unit, String download) {
    if (region != null && rows.stream().anyMatch(row -> !region.apply(row).isEmpty())) {
      with(new ColumnHead("Region", ColumnHead.Role.REGION, false), row -> TableCell.of(region.apply(row)));
    }
    List<List<TableCell>> all = new ArrayList<>();
    for (T row : rows) {
      List<TableCell> line = new ArrayList<>(cells.size());
      cells.forEach(cell -> line.add(cell.apply(row)));
      all.add(line);
    }
    return new Exhibit(id, title, basis, words, drawn, unit, List.copyOf(heads), all, download);
  }

  /** Builds the table without a chart. */
  Exhibit table(String id, String title, String basis, String words, String download) {
    return exhibit(id, title, basis, words, "", "", download);
  }
}
