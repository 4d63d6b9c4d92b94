package uk.footprints.transform;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.table.RecordTable;
import uk.footprints.table.Table;
import uk.footprints.table.TableRows;

/**
 * Rows of a table before their publication date is known.
 *
 * @param table the table
 * @param rows values in the order of its fields; {@code published_on}, {@code revision_status} and
 *     {@code source_sha256}, which are consecutive fields, are absent
 */
public record TableDraft(Table table, List<Object[]> rows) {

  /**
   * Returns the cells of a row with its place in the file.
   *
   * @param sheet the sheet, which a table of text files does not have
   * @param number the row number, as a spreadsheet counts
   */
  public static <R extends Record> Object[] cells(RecordTable<R> rows, R row, String sheet, int number) {
    return placed(rows.table(), rows.cells(row), sheet, number);
  }

  /** Sets the place in the file of cells of a row, and returns them. */
  static Object[] placed(Table table, Object[] cells, String sheet, int number) {
    if (table.has("source_sheet")) {
      cells[table.index("source_sheet")] = sheet;
    }
    cells[table.index("source_row")] = (long) number;
    return cells;
  }

  /** Returns the complete rows, with the file that published them. */
  TableRows publishedAs(ObservationBatch.Origin origin) {
    int at = table.index("published_on");
    List<Object[]> complete = new ArrayList<>(rows.size());
    for (Object[] row : rows) {
      Object[] all = row.clone();
      all[at] = origin.publishedOn();
      all[at + 1] = origin.revisionStatus().id();
      all[at + 2] = origin.sha256();
      complete.add(all);
    }
    return new TableRows(table.name(), complete);
  }
}
