package uk.footprints.catalogue;

import java.time.LocalDate;
import uk.footprints.area.Succession;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * A row of the table {@code successions}.
 *
 * @param kind what the codes are of
 * @param oldCode code before the succession
 * @param newCode code after it
 * @param date first day of the new code
 * @param share share of the old organisation that went to the new one
 * @param source source of the row
 * @param change how the old one became the new one
 * @param confidence how certain that is
 */
public record SuccessionRecord(
    @Column(value = "provider, ccg, council or area.", required = true) String kind,
    @Column(value = "Code before the succession.", required = true) String oldCode,
    @Column(value = "Code after the succession.", required = true) String newCode,
    @Column("First day of the new code.") LocalDate date,
    @Column(value = "Share of the old organisation that went to the new one.", unit = "0 to 1") double share,
    @Column("Source of the row.") String source,
    @Column(value = "renamed, merged (into a new or a continuing organisation) or split.", required = true)
        String change,
    @Column(
            value = "high (a register's event), medium (by name, or the share is estimated) or low.", required = true)
        String confidence) {

  /** The table. */
  public static final RecordTable<SuccessionRecord> TABLE =
      RecordTable.of("successions", "a code and its successor", SuccessionRecord.class);

  /** Returns the row of a succession. */
  public static SuccessionRecord of(Succession succession) {
    return new SuccessionRecord(
        succession.kind(), succession.oldCode(), succession.newCode(), succession.date(), succession.share(),
        succession.source(), succession.change(), succession.confidence());
  }
}
