package uk.footprints.catalogue;

import java.time.LocalDate;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * A row of the table {@code source_files}.
 *
 * @param file path below the input folder
 * @param sha256 hash of the file; null for a copy of another file
 * @param bytes size
 * @param format format of its content; null for a copy
 * @param dataset the dataset; null when none was recognised
 * @param era the layout; null when none matched
 * @param periodStart first day of the first period
 * @param periodEnd last day of the last period
 * @param publishedOn day of publication
 * @param dateBasis where that day comes from
 * @param revisionStatus how final its figures are
 * @param state whether it was read
 * @param counts its rows and figures; null for a copy
 * @param url address of the download; null for a file that was downloaded by hand
 * @param refused how many figures could not be used; null for a copy
 * @param artificial whether the file says that its data are made up; null for a copy
 */
public record SourceFileRecord(
    @Column(value = "Path below the input folder.", required = true) String file,
    @Column(value = "SHA-256 of the file; its name in the archive.", name = "sha256") String sha256,
    @Column(value = "Size.", unit = "bytes") long bytes,
    @Column("Format of the content.") String format,
    @Column("The dataset; empty when none was recognised.") String dataset,
    @Column("The layout.") String era,
    @Column("First day of the first period.") LocalDate periodStart,
    @Column("Last day of the last period.") LocalDate periodEnd,
    @Column("Day of publication.") LocalDate publishedOn,
    @Column("title, notes, name, page, header, fetched, or timetable (an estimate).") String dateBasis,
    @Column("provisional, revised or derived.") String revisionStatus,
    @Column(
            value = "read, set_aside, boundary, not_asked_for, published_later, or same_as another file.",
            required = true)
        String state,
    Counts counts,
    @Column("Address of the download; absent for a file that was downloaded by hand.") String url,
    Refused refused,
    @Column("Whether a mark in the file (a column or sheet headed Artificial data) says that its data are made up.")
        Boolean artificial) {

  /**
   * The use of the rows of a file; all are null for a copy of another file.
   *
   * @param rowsRead rows that are not empty
   * @param rowsObserved rows of organisations that were used
   * @param rowsTitles rows of the title block and header
   * @param rowsNotes rows of footnotes and of sheets of notes
   * @param rowsTotals rows of totals and of sheets of sub-totals
   * @param rowsRejected rejected rows
   * @param rowsNotRead rows of sheets that no layout declares and of files set aside
   * @param cells figures in observed rows
   * @param cellsRejected figures left out because an earlier row or sheet has them
   * @param figuresKept rows in vintages or in a separate table
   * @param figuresSuperseded those that are not current
   */
  public record Counts(
      @Column(value = "Rows that are not empty.", unit = "rows") Long rowsRead,
      @Column(value = "Rows of organisations that were used.", unit = "rows") Long rowsObserved,
      @Column(value = "Rows of the title block and header.", unit = "rows") Long rowsTitles,
      @Column(value = "Rows of footnotes and of sheets of notes.", unit = "rows") Long rowsNotes,
      @Column(value = "Rows of totals and of sheets of sub-totals.", unit = "rows") Long rowsTotals,
      @Column(value = "Rejected rows, each with a finding.", unit = "rows") Long rowsRejected,
      @Column(value = "Rows of sheets that no layout declares and of files set aside.", unit = "rows") Long rowsNotRead,
      @Column(value = "Figures in observed rows.", unit = "figures") Long cells,
      @Column(value = "Figures without a row: an earlier row or sheet has them, or they could not be read.", unit = "figures")
          Long cellsRejected,
      @Column(value = "cells - cells_rejected: rows in vintages or in a separate table.", unit = "figures")
          Long figuresKept,
      @Column(value = "Kept figures that are not current because a newer vintage has the same key.", unit = "figures")
          Long figuresSuperseded) {

    /** The counts of a copy of another file. */
    public static final Counts NONE =
        new Counts(null, null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * The figures of a file that could not be used.
   *
   * @param figuresRead figures with content
   * @param figuresRejected those that could not be used
   */
  public record Refused(
      @Column(value = "Figures with content, also those of rejected rows.", unit = "figures") Long figuresRead,
      @Column(value = "Those that could not be used; above 2%, the run ends with 4.", unit = "figures")
          Long figuresRejected) {

    /** The counts of a copy of another file. */
    public static final Refused NONE = new Refused(null, null);
  }

  /** The table. */
  public static final RecordTable<SourceFileRecord> TABLE =
      RecordTable.of(
          "source_files", "a source file, with counts of its rows by outcome", SourceFileRecord.class, "file");

  /** Returns the row of a file whose bytes are those of another. */
  public static SourceFileRecord copy(String path, long bytes, String first) {
    return new SourceFileRecord(
        path, null, bytes, null, null, null, null, null, null, null, null, "same_as " + first, Counts.NONE, null,
        Refused.NONE, null);
  }
}
