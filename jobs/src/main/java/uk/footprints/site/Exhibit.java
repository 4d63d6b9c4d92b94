package uk.footprints.site;

import java.util.List;

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

  /** Whether there is a chart. */
  public boolean charted() {
    return !drawn.isEmpty() && !rows.isEmpty();
  }

  /** Whether a reader chooses rows. */
  public boolean filtered() {
    return heads.stream().anyMatch(head -> head.role() == ColumnHead.Role.FILTER);
  }
}
