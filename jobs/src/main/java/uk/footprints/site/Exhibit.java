package uk.footprints.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table, its summary in words, and how it is drawn. The chart is drawn from the table below it, so the two cannot
 * differ.
 *
 * @param id within the page
 * @param title what it shows
 * @param basis source, period and basis
 * @param words its summary
 * @param drawn {@code bars}, {@code stack}, {@code lines}, {@code columns}, or empty for a table alone
 * @param unit of what is drawn
 * @param heads columns
 * @param rows cells, in the order of the heads
 * @param download a CSV of the whole, below the folder of the site; empty where there is none
 */
public record Exhibit(
    String id,
    String title,
    String basis,
    String words,
    String drawn,
    String unit,
    List<ColumnHead> heads,
    List<List<TableCell>> rows,
    String download) {

  /** A longer table from which a reader chooses rows is data of the page. */
  private static final int MOST_IN_PAGE = 250;

  /** Whether there is a chart. */
  public boolean charted() {
    return !drawn.isEmpty() && !rows.isEmpty();
  }

  /** Whether a reader chooses rows. */
  public boolean filtered() {
    return heads.stream().anyMatch(head -> head.role() == ColumnHead.Role.FILTER);
  }

  /** Whether the rows are data from which the script builds the table: there are many, and a reader chooses a few. */
  public boolean packed() {
    return filtered() && rows.size() > MOST_IN_PAGE;
  }

  /**
   * Returns the rows as JSON: each text once, and for each column the places of its texts, of its links and its numbers.
   */
  public String packedRows() {
    CompactJson.Texts texts = new CompactJson.Texts();
    List<Map<String, Object>> columns = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      int place = i;
      List<TableCell> cells = rows.stream().map(row -> row.get(place)).toList();
      Map<String, Object> column = new LinkedHashMap<>();
      column.put("text", cells.stream().map(cell -> texts.place(cell.text())).toList());
      if (cells.stream().anyMatch(cell -> !cell.href().isEmpty())) {
        column.put("link", cells.stream().map(cell -> texts.place(cell.href())).toList());
      }
      if (heads.get(i).drawn()) {
        column.put("value", cells.stream().map(cell -> texts.place(cell.value())).toList());
      }
      columns.add(column);
    }
    Map<String, Object> packed = new LinkedHashMap<>();
    packed.put("columns", columns);
    packed.put("texts", texts.list());
    return SiteAssets.json(packed);
  }
}
