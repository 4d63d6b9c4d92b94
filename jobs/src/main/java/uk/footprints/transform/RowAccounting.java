package uk.footprints.transform;

import java.io.Serializable;

/**
 * Where every row of a file went: {@code read = observed + titles + notes + totals + rejected + notRead}. Blank rows
 * are not rows. Cells are the figures of observed rows: {@code cells = observations + cellsRejected}.
 *
 * @param read rows that hold anything
 * @param observed rows of organisations
 * @param titles title block and header
 * @param notes footnotes, and sheets of notes
 * @param totals rows that add up others, and sheets of sub-totals
 * @param rejected rows refused, each with a finding
 * @param notRead rows of sheets that no layout declares, each sheet with a finding
 * @param cells figures in observed rows
 * @param cellsRejected figures refused, each with a finding
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

  /** Nothing yet. */
  public static final RowAccounting NONE = new RowAccounting(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Both together. */
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

  /** Whether no row is unaccounted for. */
  public boolean balances() {
    return read == observed + titles + notes + totals + rejected + notRead;
  }

  static RowAccounting titles(long rows) {
    return new RowAccounting(rows, 0, rows, 0, 0, 0, 0, 0, 0);
  }

  /** A sheet that holds notes. */
  public static RowAccounting notes(long rows) {
    return new RowAccounting(rows, 0, 0, rows, 0, 0, 0, 0, 0);
  }

  /** A sheet of sub-totals. */
  public static RowAccounting totals(long rows) {
    return new RowAccounting(rows, 0, 0, 0, rows, 0, 0, 0, 0);
  }

  /** A sheet that nobody declared. */
  public static RowAccounting notRead(long rows) {
    return new RowAccounting(rows, 0, 0, 0, 0, 0, rows, 0, 0);
  }

  /** A file that was set aside before a row was read. */
  public static RowAccounting setAside(long rows) {
    return notRead(rows);
  }
}
