package uk.footprints.records.disclosure;

import java.time.LocalDate;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.records.measure.AgeBand;
import uk.footprints.records.measure.AreaCount;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.RowCells;
import uk.footprints.table.SourceColumns;
import uk.footprints.transform.ObservationBatch;

/** A row of the table of stays by age, sex and deprivation: a {@link StayGroup} in words. */
public record StayGroupRow(
    @Column(value = "ODS code of the organisation; E92000001 for all of them together.", required = true)
    String orgCode,
    @Column(value = "provider (who treated them) or commissioner (where they live); country.", required = true)
    String orgRole,
    @Column("First day of the financial year.") LocalDate periodStart,
    @Column("Last day of the financial year.") LocalDate periodEnd,
    @Column(value = "age_sex or deprivation; each adds up to the organisation's year.", required = true)
    String breakdown,
    @Column(
        value = "Five years of age on admission, 90+, unknown; all where the breakdown is another.", required = true)
    String ageBand,
    @Column(value = "male, female or unknown; all where the breakdown is another.", required = true) String sex,
    @Column(
        value = "1 (most deprived) to 10 as the records say, unknown; all where the breakdown is another.",
        required = true)
    String deprivationTenth,
    @Column(value = "As in the table measures.", required = true) String measure,
    @Column(value = "The count; absent unless the status is reported.", unit = "as in measures") Double value,
    @Column(value = "reported or suppressed.", required = true) String status,
    @Column("Artificial, where the records are.") String note) {

  /** The table. */
  public static final RecordTable<StayGroupRow> TABLE =
      RecordTable.published(
          "stay_groups",
          "organisation x group of people x measure x financial year, made of records; zeros are left out",
          StayGroupRow.class,
          "org_code", "org_role", "period_start", "breakdown", "age_band", "sex", "deprivation_tenth", "measure");

  /** Returns the row of a count. */
  public static StayGroupRow of(StayGroup count) {
    boolean tenth = count.group() >= AreaCount.DECILE;
    boolean country = count.area() == null;
    int group = count.group();
    boolean artificial = count.origin().revisionStatus() == RevisionStatus.ARTIFICIAL;
    return new StayGroupRow(
        country ? "E92000001" : count.area(), country ? "country" : count.side().orgRole(), count.year().start(),
        count.year().end(), tenth ? "deprivation" : "age_sex", tenth ? "all" : AgeBand.label(group / 4),
        tenth ? "all" : AgeBand.sexLabel(group % 4),
        !tenth ? "all" : group == AreaCount.DECILE ? "unknown" : String.valueOf(group - AreaCount.DECILE),
        count.side().measure(count.measure().label()), count.value(), count.status().id(),
        artificial ? "artificial records: nobody's" : null);
  }

  /** Returns the cells of a count with the file by which its year is named; it has no sheet, and 0 as its row. */
  public static RowCells cells(StayGroup count) {
    RowCells.Builder cells = TABLE.builder(of(count));
    SourceColumns source = SourceColumns.of(TABLE.table());
    ObservationBatch.Origin origin = count.origin();
    source.setPublication(cells, origin.publishedOn(), origin.revisionStatus().id(), origin.sha256());
    source.setPlace(cells, null, 0);
    return cells.build();
  }
}
