package uk.footprints.catalogue;

import java.io.Serializable;
import java.time.LocalDate;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * A row of the table {@code totals}, by which releases are compared.
 *
 * @param dataset the dataset
 * @param measure the measure
 * @param orgRole role of the organisations
 * @param periodStart first day of the period
 * @param periodEnd last day of the period
 * @param periodKind length of the period
 * @param organisations number of organisations with a value
 * @param total sum of their values; null where none has one
 */
public record TotalRow(
    @Column(value = "The dataset.", required = true) String dataset,
    @Column(value = "The measure.", required = true) String measure,
    @Column(value = "Role of the organisations.", required = true) String orgRole,
    @Column("First day of the period.") LocalDate periodStart,
    @Column("Last day of the period.") LocalDate periodEnd,
    @Column(value = "As in observations.", required = true) String periodKind,
    @Column(value = "Number of organisations with a value.", unit = "organisations") long organisations,
    @Column("Sum of their values, for comparing releases; not a figure for the country.") Double total)
    implements Serializable {

  /** The table. */
  public static final RecordTable<TotalRow> TABLE =
      RecordTable.of(
          "totals", "measure x period: the sum of the organisations' figures", TotalRow.class, "dataset", "measure",
          "org_role", "period_start", "period_end");
}
