package uk.footprints.transform;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.table.RecordTable;
import uk.footprints.table.RowCells;
import uk.footprints.table.SourceColumns;
import uk.footprints.table.Table;
import uk.footprints.table.TableRows;

/**
 * Rows of a table before their publication date is known.
 *
 * @param table the table
 * @param rows the rows; {@code published_on}, {@code revision_status} and {@code source_sha256} are absent
 */
public record TableDraft(Table table, List<RowCells> rows) {

  /**
   * Returns the cells of a row with its place in the file.
   *
   * @param sheet the sheet, which a table of text files does not have
   * @param number the row number, as a spreadsheet counts
   */
  public static <R extends Record> RowCells cells(RecordTable<R> rows, R row, String sheet, int number) {
    RowCells.Builder cells = rows.builder(row);
    SourceColumns.of(rows.table()).setPlace(cells, sheet, number);
    return cells.build();
  }

  /** Returns the complete rows, with the file that published them. */
  TableRows publishedAs(ObservationBatch.Origin origin) {
    SourceColumns columns = SourceColumns.of(table);
    List<RowCells> complete = new ArrayList<>(rows.size());
    for (RowCells row : rows) {
      RowCells.Builder all = row.toBuilder();
      columns.setPublication(all, origin.publishedOn(), origin.revisionStatus().id(), origin.sha256());
      complete.add(all.build());
    }
    return new TableRows(table.name(), complete);
  }
}
