package uk.footprints.records.episode;

import java.io.Serializable;

/**
 * A row that was set aside.
 *
 * @param file the file that contains the row
 * @param row the row number, where the heading is row 1 and blank lines are not counted
 * @param reason why the row was set aside
 * @param column the column at fault; empty if it is the whole row
 * @param value the text of the cell, cut at 40 characters, never a key; for a whole row, its number of cells
 */
public record RejectedRow(String file, long row, RejectReason reason, String column, String value)
    implements Serializable {

  RejectedRow after(long rows) {
    return new RejectedRow(file, row + rows, reason, column, value);
  }
}
