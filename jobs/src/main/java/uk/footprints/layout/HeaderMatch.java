package uk.footprints.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import uk.footprints.format.Sheet;
import uk.footprints.period.DateOrder;

/**
 * The result of comparing a layout with a sheet: the header row, the place of each column, and missing or unknown
 * headings.
 *
 * @param layout the layout
 * @param sheet the sheet
 * @param headerIndex index of the header in {@link Sheet#rows()}; -1 when the layout has none
 * @param columns the layout's column at each place; null where the heading is unknown or empty
 * @param headings the headings as published, at each place
 * @param days the dates in the headings, at each place; null where none
 * @param missing headings that the layout needs and the sheet lacks
 * @param unknown headings that the sheet has and the layout does not know
 * @param misspelt misspelt headings, each with the heading that it was read as
 * @param dateOrder the order of day and month in the dates of the file
 */
public record HeaderMatch(
    Layout layout,
    Sheet sheet,
    int headerIndex,
    List<LayoutColumn> columns,
    List<String> headings,
    List<LocalDate> days,
    List<String> missing,
    List<String> unknown,
    Map<String, String> misspelt,
    DateOrder dateOrder) {

  private static final int LONGEST = 120;
  /** A sheet with fewer known columns may be another table. */
  private static final int FEWEST_KNOWN = 3;
  /** One new column is accepted for each of so many known columns. */
  private static final int KNOWN_TO_NEW = 4;

  /** Returns this match in a file whose dates have that order. */
  public HeaderMatch datedIn(DateOrder order) {
    return order == dateOrder
        ? this
        : new HeaderMatch(layout, sheet, headerIndex, columns, headings, days, missing, unknown, misspelt, order);
  }

  /** Returns this match on a sheet with the same header and fewer rows below it. */
  public HeaderMatch on(Sheet other) {
    return new HeaderMatch(
        layout, other, headerIndex, columns, headings, days, missing, unknown, misspelt, dateOrder);
  }

  /** Returns whether the header is exactly as declared. */
  public boolean matches() {
    return missing.isEmpty() && (unknown.isEmpty() || layout.header().form() == Layout.Form.LOOSE);
  }

  /**
   * Returns whether all required columns are there, and only few unknown columns. Never where days are across: there an
   * unknown heading may be the figures of a day under another name.
   */
  public boolean matchesWithNewColumns() {
    if (layout.header().dated()) {
      return false;
    }
    long known = columns.stream().filter(Objects::nonNull).count();
    boolean few = unknown.size() <= Math.max(1, known / KNOWN_TO_NEW);
    return missing.isEmpty() && (known >= FEWEST_KNOWN && few || layout.header().form() == Layout.Form.LOOSE);
  }

  /** Returns whether the sheet has columns that an exact layout does not know. */
  public boolean hasNewColumns() {
    return !unknown.isEmpty() && layout.header().form() == Layout.Form.EXACT;
  }

  /** Returns the share of required columns that were found, 0 to 1. */
  public double similarity() {
    long needed = layout.columns().stream().filter(LayoutColumn::required).count();
    return needed == 0 ? 0 : (needed - missing.size()) / (double) needed;
  }

  /** Finds the place of the column with that role. */
  public Optional<Integer> findColumn(LayoutColumn.Role role) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i) != null && columns.get(i).role() == role) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Returns the place of the column of that name, or -1 if the sheet has none. */
  public int place(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i) != null && columns.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the rows below the header. */
  public List<Sheet.Row> rows() {
    return sheet.rows().subList(headerIndex + 1, sheet.rows().size());
  }

  /** Returns the row number of the header in a spreadsheet; 0 when there is none. */
  public int headerRow() {
    return headerIndex < 0 ? 0 : sheet.rows().get(headerIndex).number();
  }

  /** Describes the difference from the layout in words. */
  public String difference() {
    List<String> parts = new ArrayList<>();
    if (!missing.isEmpty()) {
      parts.add("expected " + quoted(missing) + ", not found");
    }
    if (!unknown.isEmpty()) {
      parts.add("found " + quoted(unknown) + ", not known");
    }
    return String.join("; ", parts);
  }

  private static String shown(String heading) {
    return "'" + (heading.length() > LONGEST ? heading.substring(0, LONGEST) + "..." : heading) + "'";
  }

  private static String quoted(List<String> headings) {
    List<String> shown = headings.stream().limit(4).map(HeaderMatch::shown).toList();
    String more = headings.size() > 4 ? " and " + (headings.size() - 4) + " more" : "";
    return (headings.size() > 1 ? "columns " : "column ") + String.join(", ", shown) + more;
  }

  /** Finds the first row with all required columns; most layouts are rejected by one look at all rows together. */
  static Optional<HeaderMatch> findComplete(Layout layout, HeaderRows headings) {
    if (layout.header().form() == Layout.Form.NONE) {
      return find(layout, headings);
    }
    if (!mayBeComplete(layout, headings) || !isComplete(layout, headings.together(layout))) {
      return Optional.empty();
    }
    List<HeaderRows.Row> rows = headings.of(layout);
    for (int i = 0; i < rows.size(); i++) {
      if (isComplete(layout, rows.get(i).all())) {
        return Optional.of(at(layout, headings.sheet(), i, rows.get(i)));
      }
    }
    return Optional.empty();
  }

  /** Finds the row that matches the layout best; empty when no row contains a column of it. */
  public static Optional<HeaderMatch> find(Layout layout, HeaderRows headings) {
    if (layout.header().form() == Layout.Form.NONE) {
      return layout.sheet().test(headings.sheet()) ? Optional.of(unheaded(layout, headings.sheet())) : Optional.empty();
    }
    List<HeaderRows.Row> rows = headings.of(layout);
    int best = -1;
    double most = 0;
    for (int i = 0; i < rows.size() && most < 1; i++) {
      double share = share(layout, rows.get(i).all());
      if (share > most) {
        best = i;
        most = share;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(at(layout, headings.sheet(), best, rows.get(best)));
  }

  private static HeaderMatch unheaded(Layout layout, Sheet sheet) {
    List<String> names = layout.columns().stream().map(LayoutColumn::name).toList();
    return new HeaderMatch(
        layout, sheet, -1, layout.columns(), names, List.of(), List.of(), List.of(), Map.of(), DateOrder.DAY_FIRST);
  }

  /** Computes quickly the share of required columns that a row contains, without families of columns. */
  private static double share(Layout layout, Set<String> row) {
    int needed = 0;
    int there = 0;
    for (LayoutColumn column : layout.columns()) {
      if (column.required() && column.pattern().isEmpty()) {
        needed++;
        there += contains(layout, column, row) ? 1 : 0;
      }
    }
    return needed == 0 ? 0 : there / (double) needed;
  }

  /** Returns whether the cells of a sheet may have all required columns; loose layouts are compared letter by letter. */
  private static boolean mayBeComplete(Layout layout, HeaderRows headings) {
    if (layout.header().form() == Layout.Form.LOOSE) {
      return true;
    }
    for (LayoutColumn column : layout.columns()) {
      if (column.required() && column.pattern().isEmpty() && !headings.mayHave(column.keys())) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a row contains all required columns, that is whether their share is 1. */
  private static boolean isComplete(Layout layout, Set<String> row) {
    boolean needed = false;
    for (LayoutColumn column : layout.columns()) {
      if (column.required() && column.pattern().isEmpty()) {
        if (!contains(layout, column, row)) {
          return false;
        }
        needed = true;
      }
    }
    return needed;
  }

  private static boolean contains(Layout layout, LayoutColumn column, Set<String> row) {
    for (String key : column.keys()) {
      if (row.contains(key)) {
        return true;
      }
    }
    if (layout.header().form() == Layout.Form.LOOSE) {
      for (String key : row) {
        if (column.nearlyHeaded(key)) {
          return true;
        }
      }
    }
    return false;
  }

  private static HeaderMatch at(Layout layout, Sheet sheet, int index, HeaderRows.Row row) {
    List<LayoutColumn> columns = new ArrayList<>();
    List<Integer> unmatched = new ArrayList<>();
    Search found = new Search(layout);
    for (int i = 0; i < row.keys().size(); i++) {
      String key = row.keys().get(i);
      LayoutColumn column = key.isEmpty() ? null : found.next(key, row.texts().get(i), row.days().get(i));
      columns.add(column);
      if (column == null && !key.isEmpty() && !stray(key)) {
        unmatched.add(i);
      }
    }
    Map<String, String> misspelt = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    List<String> unmatchedKeys = unmatched.stream().map(row.keys()::get).toList();
    for (int i : unmatched) {
      Optional<LayoutColumn> near = found.near(row.keys().get(i), unmatchedKeys);
      if (near.isPresent()) {
        columns.set(i, near.get());
        misspelt.put(row.texts().get(i).strip(), near.get().headings().get(0).strip());
      } else {
        unknown.add(row.texts().get(i).strip());
      }
    }
    return new HeaderMatch(
        layout, sheet, index, columns, row.texts(), row.days(), found.missing(), unknown, misspelt,
        DateOrder.DAY_FIRST);
  }

  /** Keeps which columns of a layout have been found, and the last day for which each was found. */
  private static final class Search {

    private final List<LayoutColumn> columns;
    private final boolean[] found;
    private final LocalDate[] last;

    Search(Layout layout) {
      this.columns = layout.columns();
      this.found = new boolean[columns.size()];
      this.last = new LocalDate[columns.size()];
    }

    /** Returns the column of a heading. Each is found once, or once a day; families and ignored columns many times. */
    LayoutColumn next(String key, String heading, LocalDate day) {
      for (int c = 0; c < found.length; c++) {
        LayoutColumn column = columns.get(c);
        boolean many = column.role() == LayoutColumn.Role.IGNORED || column.isFamily();
        if (found[c] && !many && Objects.equals(last[c], day)) {
          continue;
        }
        Optional<LayoutColumn> headed = column.headed(key, heading);
        if (headed.isPresent()) {
          found[c] = true;
          last[c] = day;
          return headed.get();
        }
      }
      return null;
    }

    /**
     * Finds the column of a misspelt heading among those not found yet. Returns none when two columns of the layout, or
     * two unmatched headings, come equally near.
     */
    Optional<LayoutColumn> near(String key, List<String> unmatchedKeys) {
      int near = -1;
      for (int c = 0; c < found.length; c++) {
        if (columns.get(c).nearlyHeaded(key)) {
          if (near >= 0) {
            return Optional.empty();
          }
          near = c;
        }
      }
      if (near < 0 || found[near] || unmatchedKeys.stream().filter(columns.get(near)::nearlyHeaded).count() > 1) {
        return Optional.empty();
      }
      found[near] = true;
      return Optional.of(columns.get(near));
    }

    List<String> missing() {
      List<String> missing = new ArrayList<>();
      for (int c = 0; c < found.length; c++) {
        if (columns.get(c).required() && !found[c]) {
          missing.add(columns.get(c).headings().get(0).strip());
        }
      }
      return missing;
    }
  }

  /** A heading of at most one letter is a typing error, as in September 2024. */
  private static boolean stray(String key) {
    return key.length() <= 1 || key.startsWith("unnamed");
  }
}
