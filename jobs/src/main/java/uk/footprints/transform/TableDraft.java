package uk.footprints.transform;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.table.Table;
import uk.footprints.table.TableRows;

/**
 * Rows of a table before their publication date is known.
 *
 * @param table the table
 * @param rows values in the order of its fields, without {@code published_on}, {@code revision_status} and
 *     {@code source_sha256}, which are consecutive fields
 */
public record TableDraft(Table table, List<Object[]> rows) {

  private static final int COLUMNS = 3;

  /** Returns the complete rows, with the file that published them. */
  TableRows publishedAs(ObservationBatch.Origin origin) {
    int at = table.index("published_on");
    List<Object[]> complete = new ArrayList<>(rows.size());
    for (Object[] row : rows) {
      Object[] all = new Object[row.length + COLUMNS];
      System.arraycopy(row, 0, all, 0, at);
      all[at] = origin.publishedOn();
      all[at + 1] = origin.revisionStatus().id();
      all[at + 2] = origin.sha256();
      System.arraycopy(row, at, all, at + COLUMNS, row.length - at);
      complete.add(all);
    }
    return new TableRows(table.name(), complete);
  }
}
