package uk.footprints.transform;

import java.io.Serializable;

/**
 * Counts the rows of a file by kind: {@code read = observed + titles + notes + totals + rejected + notRead}. Blank rows
 * do not count. Cells are the figures of observed rows: {@code cells = observations + cellsRejected}. A cell whose
 * content is no figure is an observation without a value.
 *
 * @param read rows with any content
 * @param observed rows of organisations
 * @param titles title block and header
 * @param notes footnotes, and sheets of notes
 * @param totals rows that add up others, and sheets of sub-totals
 * @param rejected rows rejected, each with a finding
 * @param notRead rows of sheets that no layout declares, each sheet with a finding
 * @param cells figures in observed rows
 * @param cellsRejected figures left out, as an earlier row or sheet has them
 * @param figures cells of figures with content, also of rejected rows; rows of a table that a dataset defines itself
 * @param refused those that could not be used
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
    long cellsRejected,
    long figures,
    long refused)
    implements Serializable {

  /** No rows. */
  public static final RowAccounting NONE = new RowAccounting(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Counts rows of which no figure was refused. */
  public RowAccounting(
      long read, long observed, long titles, long notes, long totals, long rejected, long notRead, long cells,
      long cellsRejected) {
    this(read, observed, titles, notes, totals, rejected, notRead, cells, cellsRejected, cells, 0);
  }

  /** Returns the same counts with the number of figures, and of those that could not be used. */
  public RowAccounting refusing(long ofFigures, long unusable) {
    return new RowAccounting(
        read, observed, titles, notes, totals, rejected, notRead, cells, cellsRejected, ofFigures, unusable);
  }

  /** Returns the share of figures that could not be used, from 0 to 1. */
  public double shareRefused() {
    return figures == 0 ? 0 : (double) refused / figures;
  }

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
        cellsRejected + other.cellsRejected,
        figures + other.figures,
        refused + other.refused);
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
