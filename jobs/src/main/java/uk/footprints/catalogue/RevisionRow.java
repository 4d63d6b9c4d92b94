package uk.footprints.catalogue;

import java.time.LocalDate;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.RevisionKind;

/**
 * A row of the table {@code revisions}: a figure that a newer vintage changed.
 *
 * @param dataset the dataset
 * @param measure the measure
 * @param orgCode ODS code of the organisation
 * @param orgRole its role
 * @param periodStart first day of the period
 * @param periodEnd last day of the period
 * @param oldValue value in the older vintage; null when it was not reported
 * @param newValue value in the newer vintage; null when it is not reported
 * @param oldStatus status in the older vintage; {@code absent} where that vintage does not have the organisation
 * @param newStatus status in the newer vintage
 * @param oldPublishedOn day of publication of the older vintage
 * @param newPublishedOn day of publication of the newer vintage
 * @param oldSourceSha256 hash of the older file
 * @param newSourceSha256 hash of the newer file
 * @param kind what changed
 */
public record RevisionRow(
    @Column(value = "The dataset.", required = true) String dataset,
    @Column(value = "The measure.", required = true) String measure,
    @Column(value = "ODS code of the organisation.", required = true) String orgCode,
    @Column(value = "Role of the organisation.", required = true) String orgRole,
    @Column("First day of the period.") LocalDate periodStart,
    @Column("Last day of the period.") LocalDate periodEnd,
    @Column(value = "Value in the older vintage; absent when it was not reported.", unit = "as in measures")
        Double oldValue,
    @Column(value = "Value in the newer vintage; absent when it is not reported.", unit = "as in measures")
        Double newValue,
    @Column(
            value = "Status in the older vintage; absent where that vintage does not have the organisation.",
            required = true)
        String oldStatus,
    @Column(value = "Status in the newer vintage.", required = true) String newStatus,
    @Column("Day of publication of the older vintage.") LocalDate oldPublishedOn,
    @Column("Day of publication of the newer vintage.") LocalDate newPublishedOn,
    @Column(value = "SHA-256 of the older file.", name = "old_source_sha256", required = true) String oldSourceSha256,
    @Column(value = "SHA-256 of the newer file.", name = "new_source_sha256", required = true) String newSourceSha256,
    @Column(
            value = "changed_figure, blank_to_zero, zero_to_blank, new_figure, withdrawn_figure, or status_only (both"
                + " have no figure).",
            required = true)
        RevisionKind kind) {

  /** The table. */
  public static final RecordTable<RevisionRow> TABLE =
      RecordTable.of(
          "revisions", "a figure that a newer vintage changed, old and new", RevisionRow.class, "dataset", "measure",
          "org_code", "org_role", "period_start", "period_end", "old_source_sha256", "new_source_sha256");
}
