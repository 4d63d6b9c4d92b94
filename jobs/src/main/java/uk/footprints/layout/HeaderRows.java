package uk.footprints.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.footprints.format.Sheet;
import uk.footprints.format.TextDecoder;

/** The first rows of a sheet as possible headers, read once for all layouts that read headers in the same way. */
public final class HeaderRows {

  /** Headers are looked for in the first rows only. */
  private static final int DEEPEST = 60;
  /** The separator of a group heading and the heading below it. */
  private static final String GROUP = " | ";

  private final Sheet sheet;
  private final Map<Way, List<Row>> read = new HashMap<>();
  private final Map<Way, Set<String>> together = new HashMap<>();
  private final Map<String, String> keys = new HashMap<>();
  private Set<String> cells;

  /**
   * A way of reading rows as headers; several kinds of layouts share one.
   *
   * @param groups the number of rows above with group headings
   * @param dated whether headings may have dates
   */
  private record Way(int groups, boolean dated) {

    static Way of(Layout layout) {
      return new Way(layout.header().groups(), layout.header().dated());
    }
  }

  private HeaderRows(Sheet sheet) {
    this.sheet = sheet;
  }

  /** Returns the possible headers of a sheet. */
  public static HeaderRows of(Sheet sheet) {
    return new HeaderRows(sheet);
  }

  /** Returns the sheet. */
  public Sheet sheet() {
    return sheet;
  }

  /**
   * A row as a header.
   *
   * @param texts the headings as published, with their group headings
   * @param keys the headings in normalised form, with {@code <day>} for a date
   * @param days the dates in the headings; null where none
   * @param all the keys that are not empty
   */
  record Row(List<String> texts, List<String> keys, List<LocalDate> days, Set<String> all) {}

  private Row row(List<String> texts, boolean dated) {
    List<String> ofRow = new ArrayList<>(texts.size());
    List<LocalDate> days = new ArrayList<>(texts.size());
    for (String text : texts) {
      DatedHeading heading = dated ? DatedHeading.of(text) : new DatedHeading(text, null);
      ofRow.add(keys.computeIfAbsent(heading.text(), TextDecoder::key));
      days.add(heading.day());
    }
    Set<String> all = new HashSet<>(ofRow);
    all.remove("");
    return new Row(texts, ofRow, days, all);
  }

  /**
   * Returns whether some row may be headed by one of these keys: a cell has the key, or its part after
   * a group heading. Most layouts are rejected here, before rows are read in their way.
   */
  boolean mayHave(List<String> wanted) {
    Set<String> known = cells();
    for (String key : wanted) {
      for (int from = 0; from >= 0; from = next(key, from)) {
        if (known.contains(key.substring(from)) || key.indexOf(DatedHeading.DAY, from) >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns where the text after the next group heading begins; negative when there is none. */
  private static int next(String key, int from) {
    int gap = key.indexOf(GROUP, from);
    return gap < 0 ? -1 : gap + GROUP.length();
  }

  /** Returns the keys of all cells. */
  private Set<String> cells() {
    if (cells != null) {
      return cells;
    }
    Set<String> all = new HashSet<>();
    for (Sheet.Row row : sheet.rows().subList(0, Math.min(DEEPEST, sheet.rows().size()))) {
      for (String cell : row.cells()) {
        if (!cell.isEmpty()) {
          all.add(keys.computeIfAbsent(cell, TextDecoder::key));
        }
      }
    }
    all.remove("");
    cells = all;
    return all;
  }

  /** Returns the rows, read in the way of a layout. */
  List<Row> of(Layout layout) {
    return read.computeIfAbsent(Way.of(layout), this::read);
  }

  /** Returns all keys of all rows, read in the way of a layout. */
  Set<String> together(Layout layout) {
    if (layout.header().groups() == 0 && !layout.header().dated()) {
      return cells();
    }
    return together.computeIfAbsent(
        Way.of(layout),
        way -> {
          Set<String> all = new HashSet<>();
          of(layout).forEach(row -> all.addAll(row.all()));
          return all;
        });
  }

  private List<Row> read(Way way) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < Math.min(DEEPEST, sheet.rows().size()); i++) {
      List<Sheet.Row> groups = sheet.rows().subList(Math.max(0, i - way.groups()), i);
      rows.add(row(underGroups(groups, sheet.rows().get(i)), way.dated()));
    }
    return rows;
  }

  /** Prefixes headings with group headings. A group heading applies to its column and those after it, up to a gap. */
  private static List<String> underGroups(List<Sheet.Row> groups, Sheet.Row header) {
    if (groups.isEmpty()) {
      return List.of(header.cells());
    }
    List<String> texts = new ArrayList<>(header.cells().length);
    String[] above = new String[groups.size()];
    java.util.Arrays.fill(above, "");
    for (int i = 0; i < header.cells().length; i++) {
      String heading = header.cell(i);
      StringBuilder text = new StringBuilder();
      for (int g = 0; g < above.length; g++) {
        String own = groups.get(g).cell(i).strip();
        above[g] = own.isEmpty() && !heading.isBlank() ? above[g] : own;
        text.append(above[g].isEmpty() ? "" : above[g] + GROUP);
      }
      texts.add(heading.isBlank() ? heading : text + (text.isEmpty() ? heading : heading.strip()));
    }
    return texts;
  }
}
