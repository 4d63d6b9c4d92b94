package uk.footprints.records.episode;

import java.io.Serializable;

/**
 * A row that was set aside.
 *
 * @param file where it stood
 * @param row which row of the file, the heading being row 1, blank lines not counted
 * @param reason why
 * @param column the column at fault; empty when it is the whole row
 * @param value what stood there, cut at 40 characters, never a key; how many cells when it is the whole row
 */
public record RejectedRow(String file, long row, RejectReason reason, String column, String value)
    implements Serializable {

  RejectedRow after(long rows) {
    return new RejectedRow(file, row + rows, reason, column, value);
  }
}
