package uk.footprints.pipeline.merge;

import uk.footprints.transform.CellStatus;

/**
 * One vintage of a figure.
 *
 * @param measure number of the measure
 * @param organisation number of the organisation's code
 * @param role number of the organisation's role
 * @param period number of the period
 * @param source number of the sheet that published it
 * @param row its row in the sheet
 * @param status whether it was reported
 * @param value the figure; NaN unless it was reported
 */
record FigureRow(
    int measure, int organisation, int role, int period, int source, int row, CellStatus status, double value)
    implements MergeRow {

  private static final int LAST = Integer.MAX_VALUE;

  /** Returns a row that is sorted before all figures of an organisation. */
  static FigureRow beforeAll(int measure, int organisation) {
    return new FigureRow(measure, organisation, -1, -1, -1, -1, CellStatus.MISSING, Double.NaN);
  }

  /** Returns a row that is sorted after all figures of a measure. */
  static FigureRow afterAll(int measure) {
    return new FigureRow(measure, LAST, LAST, LAST, LAST, LAST, CellStatus.MISSING, Double.NaN);
  }

  /** Returns whether both are vintages of one figure. */
  boolean sameFigure(FigureRow other) {
    return measure == other.measure && organisation == other.organisation && role == other.role
        && period == other.period;
  }
}
