package uk.footprints.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The first rows of a sheet as possible headers, each read once however many layouts ask.
 *
 * @param sheet the sheet
 * @param plain for each row its cells, and their keys
 * @param grouped the same with the group headings of the row above put before them
 */
public record Headings(Sheet sheet, List<Row> plain, List<Row> grouped) {

  /** A header stands in the first rows, or nowhere. */
  private static final int DEEPEST = 60;

  /**
   * A row as a header.
   *
   * @param texts as published, with their group
   * @param keys the same for comparison
   * @param all the keys that are not empty
   */
  record Row(List<String> texts, List<String> keys, Set<String> all) {

    static Row of(List<String> texts) {
      List<String> keys = texts.stream().map(Texts::key).toList();
      Set<String> all = new HashSet<>(keys);
      all.remove("");
      return new Row(texts, keys, all);
    }
  }

  /** The possible headers of a sheet. */
  public static Headings of(Sheet sheet) {
    List<Row> plain = new ArrayList<>();
    List<Row> grouped = new ArrayList<>();
    for (int i = 0; i < Math.min(DEEPEST, sheet.rows().size()); i++) {
      Sheet.Row row = sheet.rows().get(i);
      plain.add(Row.of(List.of(row.cells())));
      grouped.add(i == 0 ? plain.get(0) : Row.of(underGroups(sheet.rows().get(i - 1), row)));
    }
    return new Headings(sheet, plain, grouped);
  }

  /** A group's heading stands over its first column and holds for those after it. */
  private static List<String> underGroups(Sheet.Row groups, Sheet.Row header) {
    List<String> texts = new ArrayList<>();
    String group = "";
    for (int i = 0; i < header.cells().length; i++) {
      group = groups.cell(i).isBlank() ? group : groups.cell(i).strip();
      String heading = header.cell(i);
      texts.add(group.isEmpty() || heading.isBlank() ? heading : group + " | " + heading.strip());
    }
    return texts;
  }

  List<Row> of(Layout layout) {
    return layout.grouped() ? grouped : plain;
  }
}
