package uk.footprints.stat;

import uk.footprints.statistics.Estimate;

/**
 * Result of a standardised rate: two sums, and the estimate made of them.
 *
 * @param first events
 * @param second people, or events expected
 * @param estimate the rate or ratio
 */
record StandardisedRow(double first, double second, Estimate estimate) implements ResultRow {

  /** Returns the columns with the names of the two sums. */
  static ResultColumns<StandardisedRow> columns(String first, String second) {
    return new ResultColumns<StandardisedRow>()
        .number(first, StandardisedRow::first)
        .number(second, StandardisedRow::second)
        .estimate(StandardisedRow::estimate);
  }

  @Override
  public RowStatus outcome() {
    return RowStatus.of(estimate);
  }
}
