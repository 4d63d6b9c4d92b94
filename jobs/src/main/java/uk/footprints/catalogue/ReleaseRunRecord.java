package uk.footprints.catalogue;

import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * The row of the table {@code runs}.
 *
 * @param run id of the run and of the release
 * @param startedAt start time, UTC
 * @param versions Footprints, Spark and Java
 * @param arguments options of the command
 * @param fingerprint hash of all inputs and of the program
 * @param files number of files found
 * @param filesRead number of files read
 * @param filesSetAside number of files set aside
 * @param observations number of rows in observations
 */
public record ReleaseRunRecord(
    @Column(value = "Id of the run and of the release.", required = true) String run,
    @Column("Start time, UTC.") String startedAt,
    @Column("Footprints, Spark and Java.") String versions,
    @Column("Options of the command.") String arguments,
    @Column("SHA-256 of all inputs and of the program; equal fingerprints mean equal releases.") String fingerprint,
    @Column(value = "Number of files found.", unit = "files") long files,
    @Column(value = "Number of files read.", unit = "files") long filesRead,
    @Column(value = "Number of files set aside.", unit = "files") long filesSetAside,
    @Column(value = "Number of rows in observations.", unit = "rows") long observations) {

  /** The table. */
  public static final RecordTable<ReleaseRunRecord> TABLE =
      RecordTable.of("runs", "the run that built this release", ReleaseRunRecord.class, "run");
}
