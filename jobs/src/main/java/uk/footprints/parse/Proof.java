package uk.footprints.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A layout held against a sheet: which row is the header, which column is where, and what is missing or unknown.
 *
 * @param layout the layout
 * @param sheet the sheet
 * @param headerIndex the header's place in {@link Sheet#rows()}; -1 where the layout has none
 * @param columns the layout's column at each place; null where the sheet has something unknown or nothing
 * @param headings the headings as published, at each place
 * @param missing headings that the layout needs and the sheet lacks
 * @param unknown headings that the sheet has and the layout does not know
 */
public record Proof(
    Layout layout,
    Sheet sheet,
    int headerIndex,
    List<Column> columns,
    List<String> headings,
    List<String> missing,
    List<String> unknown) {

  /** Whether the header is just as declared. */
  public boolean holds() {
    return missing.isEmpty() && (unknown.isEmpty() || layout.headed() == Layout.Headed.LOOSELY);
  }

  /** How much of the layout was found, 0 to 1. */
  public double likeness() {
    long needed = layout.columns().stream().filter(Column::required).count();
    return needed == 0 ? 0 : (needed - missing.size()) / (double) needed;
  }

  /** The place of the column with that role, if the sheet has one. */
  public Optional<Integer> findColumn(Column.Role role) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i) != null && columns.get(i).role() == role) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** The place of the column of that name, or -1 if the sheet has none. */
  public int place(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i) != null && columns.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The rows below the header. */
  public List<Sheet.Row> rows() {
    return sheet.rows().subList(headerIndex + 1, sheet.rows().size());
  }

  /** The header's row, as a spreadsheet counts; 0 where there is none. */
  public int headerRow() {
    return headerIndex < 0 ? 0 : sheet.rows().get(headerIndex).number();
  }

  /** What differs, in words. */
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

  private static String quoted(List<String> headings) {
    List<String> shown = headings.stream().limit(4).map(h -> "'" + h + "'").toList();
    String more = headings.size() > 4 ? " and " + (headings.size() - 4) + " more" : "";
    return (headings.size() > 1 ? "columns " : "column ") + String.join(", ", shown) + more;
  }

  /** The row of the sheet that fits the layout best; empty when no row has a column of it. */
  public static Optional<Proof> find(Layout layout, Headings headings) {
    if (layout.headed() == Layout.Headed.NOT) {
      return layout.sheet().test(headings.sheet()) ? Optional.of(unheaded(layout, headings.sheet())) : Optional.empty();
    }
    List<Headings.Row> rows = headings.of(layout);
    int best = -1;
    double most = 0;
    for (int i = 0; i < rows.size() && most < 1; i++) {
      double share = share(layout, rows.get(i));
      if (share > most) {
        best = i;
        most = share;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(at(layout, headings.sheet(), best, rows.get(best)));
  }

  private static Proof unheaded(Layout layout, Sheet sheet) {
    List<String> names = layout.columns().stream().map(Column::name).toList();
    return new Proof(layout, sheet, -1, layout.columns(), names, List.of(), List.of());
  }

  /** A quick look: the share of the needed columns that stand in a row. */
  private static double share(Layout layout, Headings.Row row) {
    int needed = 0;
    int there = 0;
    for (Column column : layout.columns()) {
      if (column.required()) {
        needed++;
        there += stands(layout, column, row) ? 1 : 0;
      }
    }
    return needed == 0 ? 0 : there / (double) needed;
  }

  private static boolean stands(Layout layout, Column column, Headings.Row row) {
    boolean there = column.keys().stream().anyMatch(row.all()::contains);
    boolean loose = layout.headed() == Layout.Headed.LOOSELY;
    return there || loose && row.all().stream().anyMatch(column::nearlyHeaded);
  }

  private static Proof at(Layout layout, Sheet sheet, int index, Headings.Row row) {
    List<Column> columns = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    Set<Column> found = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < row.keys().size(); i++) {
      String key = row.keys().get(i);
      Column column = key.isEmpty() ? null : find(layout, key, found);
      columns.add(column);
      if (column != null) {
        found.add(column);
      } else if (!key.isEmpty() && !stray(key)) {
        unknown.add(row.texts().get(i).strip());
      }
    }
    List<String> missing = new ArrayList<>();
    for (Column column : layout.columns()) {
      if (column.required() && !found.contains(column)) {
        missing.add(column.headings().get(0).strip());
      }
    }
    return new Proof(layout, sheet, index, columns, row.texts(), missing, unknown);
  }

  private static Column find(Layout layout, String key, Set<Column> found) {
    for (Column column : layout.columns()) {
      boolean taken = found.contains(column) && column.role() != Column.Role.IGNORED;
      if (!taken && column.headed(key)) {
        return column;
      }
    }
    if (layout.headed() == Layout.Headed.LOOSELY) {
      return layout.columns().stream().filter(c -> !found.contains(c) && c.nearlyHeaded(key)).findFirst().orElse(null);
    }
    return null;
  }

  /** A heading of one letter or none is a slip of the hand, as in September 2024. */
  private static boolean stray(String key) {
    return key.length() <= 1 || key.startsWith("unnamed");
  }
}
