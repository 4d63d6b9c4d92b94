package uk.footprints.transform;

import java.io.Serializable;

/**
 * Counts the rows of a file by kind: {@code read = observed + titles + notes + totals + rejected + notRead}. Blank rows
 * do not count. Cells are the figures of observed rows: {@code cells = observations + cellsRejected}.
 *
 * @param read rows with any content
 * @param observed rows of organisations
 * @param titles title block and header
 * @param notes footnotes, and sheets of notes
 * @param totals rows that add up others, and sheets of sub-totals
 * @param rejected rows rejected, each with a finding
 * @param notRead rows of sheets that no layout declares, each sheet with a finding
 * @param cells figures in observed rows
 * @param cellsRejected figures rejected, each with a finding
 */
public record RowAccounting(
    long read,
    long observed,
    long titles,
    long notes,
    long totals,
    long rejected,
    long notRead,
    long cells,
    long cellsRejected)
    implements Serializable {

  /** No rows. */
  public static final RowAccounting NONE = new RowAccounting(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Returns the sums of both. */
  public RowAccounting plus(RowAccounting other) {
    return new RowAccounting(
        read + other.read,
        observed + other.observed,
        titles + other.titles,
        notes + other.notes,
        totals + other.totals,
        rejected + other.rejected,
        notRead + other.notRead,
        cells + other.cells,
        cellsRejected + other.cellsRejected);
  }

  /** Returns whether every row is accounted for. */
  public boolean balances() {
    return read == observed + titles + notes + totals + rejected + notRead;
  }

  static RowAccounting titles(long rows) {
    return new RowAccounting(rows, 0, rows, 0, 0, 0, 0, 0, 0);
  }

  /** Returns the accounting of a sheet of notes. */
  public static RowAccounting notes(long rows) {
    return new RowAccounting(rows, 0, 0, rows, 0, 0, 0, 0, 0);
  }

  /** Returns the accounting of a sheet of sub-totals. */
  public static RowAccounting totals(long rows) {
    return new RowAccounting(rows, 0, 0, 0, rows, 0, 0, 0, 0);
  }

  /** Returns the accounting of a sheet that no layout declares. */
  public static RowAccounting notRead(long rows) {
    return new RowAccounting(rows, 0, 0, 0, 0, 0, rows, 0, 0);
  }

  /** Returns the accounting of a file that was set aside before a row was read. */
  public static RowAccounting setAside(long rows) {
    return notRead(rows);
  }
}
