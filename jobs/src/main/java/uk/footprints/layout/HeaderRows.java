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

  private final Sheet sheet;
  private final Map<Layout.Header, List<Row>> read = new HashMap<>();
  private final Map<Layout.Header, Set<String>> together = new HashMap<>();

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
  record Row(List<String> texts, List<String> keys, List<LocalDate> days, Set<String> all) {

    static Row of(List<String> texts, boolean dated) {
      List<String> keys = new ArrayList<>(texts.size());
      List<LocalDate> days = new ArrayList<>(texts.size());
      for (String text : texts) {
        DatedHeading heading = dated ? DatedHeading.of(text) : new DatedHeading(text, null);
        keys.add(TextDecoder.key(heading.text()));
        days.add(heading.day());
      }
      Set<String> all = new HashSet<>(keys);
      all.remove("");
      return new Row(texts, keys, days, all);
    }
  }

  /** Returns the rows, read in the way of a layout. */
  List<Row> of(Layout layout) {
    return read.computeIfAbsent(layout.header(), this::read);
  }

  /** Returns all keys of all rows, read in the way of a layout. */
  Set<String> together(Layout layout) {
    return together.computeIfAbsent(
        layout.header(),
        h -> {
          Set<String> all = new HashSet<>();
          of(layout).forEach(row -> all.addAll(row.all()));
          return all;
        });
  }

  private List<Row> read(Layout.Header header) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < Math.min(DEEPEST, sheet.rows().size()); i++) {
      List<Sheet.Row> groups = sheet.rows().subList(Math.max(0, i - header.groups()), i);
      rows.add(Row.of(underGroups(groups, sheet.rows().get(i)), header.dated()));
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
        text.append(above[g].isEmpty() ? "" : above[g] + " | ");
      }
      texts.add(heading.isBlank() ? heading : text + (text.isEmpty() ? heading : heading.strip()));
    }
    return texts;
  }
}
