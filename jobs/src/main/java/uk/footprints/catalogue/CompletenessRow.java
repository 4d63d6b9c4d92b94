package uk.footprints.catalogue;

import java.time.LocalDate;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * A row of the table {@code completeness}: consecutive periods in which an organisation is in one state.
 *
 * @param dataset the dataset
 * @param measure the measure
 * @param orgCode ODS code of the organisation
 * @param orgRole its role
 * @param periodStart first day of the first period
 * @param periodEnd last day of the last period
 * @param periodKind length of the periods
 * @param state what the organisation published in these periods
 * @param periods number of periods
 */
public record CompletenessRow(
    @Column(value = "The dataset.", required = true) String dataset,
    @Column(value = "The measure.", required = true) String measure,
    @Column(value = "ODS code of the organisation.", required = true) String orgCode,
    @Column(value = "Role of the organisation.", required = true) String orgRole,
    @Column("First day of the first of the consecutive periods.") LocalDate periodStart,
    @Column("Last day of the last of the consecutive periods.") LocalDate periodEnd,
    @Column(value = "As in observations.", required = true) String periodKind,
    @Column(
            value = "reported; zero (reported, although half of the organisation's periods have 20 or more); missing"
                + " (others reported); suppressed; not_applicable; rejected (the cell holds no figure);"
                + " closed (it had a successor by then).",
            required = true)
        String state,
    @Column(value = "Number of consecutive periods.", unit = "periods") long periods) {

  /** The table. */
  public static final RecordTable<CompletenessRow> TABLE =
      RecordTable.of(
          "completeness", "organisation x measure x consecutive periods in the same state", CompletenessRow.class,
          "dataset", "measure", "org_code", "org_role", "period_kind", "period_start");
}
