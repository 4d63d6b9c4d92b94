package uk.footprints.catalogue;

import uk.footprints.finding.Finding;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * A row of the tables {@code findings} and {@code rejects}.
 *
 * @param kind its kind
 * @param severity its effect on the run
 * @param dataset the dataset; null when none was recognised
 * @param file the file; null when it is about no file
 * @param sheet the sheet
 * @param row the row; null when it is not about a row
 * @param column the heading as published
 * @param message what was expected and what was found
 * @param next what to do
 */
public record FindingRecord(
    @Column(value = "Kind of finding, a stable word.", required = true) String kind,
    @Column(value = "note, warning, reject, incomplete (of a file), set_aside or hold.", required = true)
        String severity,
    @Column("The dataset.") String dataset,
    @Column("The file.") String file,
    @Column("The sheet.") String sheet,
    @Column(value = "The row; absent when the finding is not about a row.", unit = "row") Integer row,
    @Column("The heading as published.") String column,
    @Column("Description: what was expected and what was found.") String message,
    @Column("Recommended action.") String next) {

  /** The table of all findings. */
  public static final RecordTable<FindingRecord> FINDINGS =
      RecordTable.of("findings", "an unusual or inconsistent item in the data", FindingRecord.class);

  /** The table of the findings about what was left out. */
  public static final RecordTable<FindingRecord> REJECTS =
      RecordTable.of("rejects", "a file, row or cell that was rejected", FindingRecord.class);

  /** Returns the row of a finding. */
  public static FindingRecord of(Finding finding) {
    return new FindingRecord(
        finding.kind().id(), finding.severity().id(), finding.dataset(), finding.place().file(),
        finding.place().sheet(), finding.place().row() == 0 ? null : (Integer) finding.place().row(),
        finding.place().column(), finding.message(), finding.next());
  }
}
