package uk.footprints.records.casemix;

import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** A row of the table of models: what a model was made of, and what it can do. */
public record CaseMixModelRow(
    @Column(value = "readmission, death, zero_day or bed_days.", required = true) CaseMixOutcome outcome,
    @Column(value = "fit (figures of the model), covariate (used or left out), risk_tenth (calibration: a tenth of the "
        + "spells, 1 of the lowest risk) or cells.", required = true) String part,
    @Column(value = "The figure, the covariate or the tenth.", required = true) String item,
    @Column("Spells; absent where few.") Long spellsCount,
    @Column("How often it happened among them; absent where few.") Double observed,
    @Column("How often it was expected.") double expected,
    @Column("The figure; for a covariate 1 where it is used, else 0.") double value,
    @Column("Why something is left out, or what the figure is.") String reason,
    @Column(value = "artificial (draw no conclusions), real or not known.", required = true) String records) {

  /** The table {@code case_mix_model}. */
  public static final RecordTable<CaseMixModelRow> TABLE =
      RecordTable.of("case_mix_model", "outcome x figure of a model of case mix, made of records",
          CaseMixModelRow.class, "outcome", "part", "item");
}
