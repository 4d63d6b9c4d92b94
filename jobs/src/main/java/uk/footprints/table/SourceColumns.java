package uk.footprints.table;

import java.time.LocalDate;

/**
 * The columns of a table that say which row of which file published a row.
 *
 * @param publishedOn the day of publication
 * @param revisionStatus the status of the publication
 * @param sha256 the hash of the file
 * @param sheet the sheet; null where the table has no such column, as those of text files
 * @param row the number of the row in the sheet
 */
public record SourceColumns(
    TableColumn<LocalDate> publishedOn, TableColumn<String> revisionStatus, TableColumn<String> sha256,
    TableColumn<String> sheet, TableColumn<Long> row) {

  private static final String SHEET = "source_sheet";

  /** Returns those of a table; throws IllegalArgumentException if no dataset fills it. */
  public static SourceColumns of(Table table) {
    return new SourceColumns(
        table.column("published_on", LocalDate.class), table.column("revision_status", String.class),
        table.column("source_sha256", String.class),
        table.has(SHEET) ? table.column(SHEET, String.class) : null, table.column("source_row", Long.class));
  }

  /** Returns the sheet of a row; empty if it has none. */
  public String sheetOf(RowCells cells) {
    String name = sheet == null ? null : cells.get(sheet);
    return name == null ? "" : name;
  }

  /**
   * Sets the place in the file.
   *
   * @param name the sheet, which a table of text files does not have
   * @param number the row number, as a spreadsheet counts
   */
  public void setPlace(RowCells.Builder cells, String name, int number) {
    if (sheet != null) {
      cells.set(sheet, name);
    }
    cells.set(row, (long) number);
  }

  /** Sets the publication. */
  public void setPublication(RowCells.Builder cells, LocalDate day, String status, String hash) {
    cells.set(publishedOn, day);
    cells.set(revisionStatus, status);
    cells.set(sha256, hash);
  }
}
