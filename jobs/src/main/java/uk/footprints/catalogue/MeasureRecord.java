package uk.footprints.catalogue;

import uk.footprints.dataset.Dataset;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.transform.Measure;

/**
 * A row of the table {@code measures}.
 *
 * @param measure id of the measure
 * @param dataset its dataset
 * @param quantity what is counted
 * @param unit unit of the values
 * @param publishedAs heading of the column as published
 * @param definition its definition
 * @param caveats notes and caveats
 * @param rollsUpBy how periods become longer ones
 */
public record MeasureRecord(
    @Column(value = "Id of the measure.", required = true) String measure,
    @Column(value = "The dataset of the measure.", required = true) String dataset,
    @Column("What is counted.") String quantity,
    @Column("Unit of the values.") String unit,
    @Column("Heading of the column as published.") String publishedAs,
    @Column("Definition of the measure.") String definition,
    @Column("Notes and caveats.") String caveats,
    @Column("How periods become longer ones: sum, mean by days, or last.") String rollsUpBy) {

  /** The table. */
  public static final RecordTable<MeasureRecord> TABLE =
      RecordTable.of("measures", "a measure", MeasureRecord.class, "dataset", "measure");

  /** Returns the row of a measure of a dataset. */
  public static MeasureRecord of(Dataset dataset, Measure measure) {
    return new MeasureRecord(
        measure.id(), dataset.id(), measure.quantity(), measure.unit(), measure.publishedAs(), measure.definition(),
        measure.warning(), measure.rollUp().id());
  }
}
