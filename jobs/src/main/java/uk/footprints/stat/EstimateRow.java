package uk.footprints.stat;

import uk.footprints.statistics.Estimate;

/** Result of a method that gives an estimate alone. */
record EstimateRow(Estimate estimate) implements ResultRow {

  /** The columns of the result. */
  static final ResultColumns<EstimateRow> COLUMNS =
      new ResultColumns<EstimateRow>().estimate(EstimateRow::estimate);

  @Override
  public RowStatus outcome() {
    return RowStatus.of(estimate);
  }
}
