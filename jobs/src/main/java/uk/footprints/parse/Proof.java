package uk.footprints.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A layout held against a sheet: which row is the header, which column is where, and what is missing or unknown.
 *
 * @param layout the layout
 * @param sheet the sheet
 * @param headerIndex the header's place in {@link Sheet#rows()}
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

  /** A header stands in the first rows, or nowhere. */
  private static final int DEEPEST_HEADER = 60;

  /** Whether the header is just as declared. */
  public boolean holds() {
    return missing.isEmpty() && unknown.isEmpty();
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

  /** The header's row, as a spreadsheet counts. */
  public int headerRow() {
    return sheet.rows().get(headerIndex).number();
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
  public static Optional<Proof> find(Layout layout, Sheet sheet) {
    Proof best = null;
    int deepest = Math.min(DEEPEST_HEADER, sheet.rows().size());
    for (int i = 0; i < deepest; i++) {
      Proof proof = at(layout, sheet, i);
      boolean better = best == null || proof.likeness() > best.likeness();
      if (better && proof.likeness() > 0) {
        best = proof;
      }
      if (best != null && best.missing().isEmpty()) {
        break;
      }
    }
    return Optional.ofNullable(best);
  }

  private static Proof at(Layout layout, Sheet sheet, int index) {
    List<String> headings = headings(layout, sheet, index);
    List<Column> columns = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    Set<Column> found = new HashSet<>();
    for (String heading : headings) {
      String key = Texts.key(heading);
      Column column = key.isEmpty() ? null : find(layout, key, found);
      columns.add(column);
      if (column != null) {
        found.add(column);
      } else if (!key.isEmpty() && !stray(key)) {
        unknown.add(heading.strip());
      }
    }
    List<String> missing = new ArrayList<>();
    for (Column column : layout.columns()) {
      if (column.required() && !found.contains(column)) {
        missing.add(column.headings().get(0).strip());
      }
    }
    return new Proof(layout, sheet, index, columns, headings, missing, unknown);
  }

  private static Column find(Layout layout, String key, Set<Column> found) {
    for (Column column : layout.columns()) {
      boolean taken = found.contains(column) && column.role() != Column.Role.IGNORED;
      if (!taken && column.headed(key)) {
        return column;
      }
    }
    return null;
  }

  /** A heading of one letter or none is a slip of the hand, as in September 2024. */
  private static boolean stray(String key) {
    return key.length() <= 1 || key.startsWith("unnamed");
  }

  private static List<String> headings(Layout layout, Sheet sheet, int index) {
    Sheet.Row header = sheet.rows().get(index);
    List<String> headings = new ArrayList<>();
    Sheet.Row groups = layout.grouped() && index > 0 ? sheet.rows().get(index - 1) : null;
    String group = "";
    for (int i = 0; i < header.cells().length; i++) {
      String heading = header.cell(i);
      if (groups != null) {
        group = groups.cell(i).isBlank() ? group : groups.cell(i).strip();
        heading = group.isEmpty() || heading.isBlank() ? heading : group + " | " + heading.strip();
      }
      headings.add(heading);
    }
    return headings;
  }
}
