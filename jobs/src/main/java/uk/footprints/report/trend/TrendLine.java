package uk.footprints.report.trend;

import java.util.stream.IntStream;
import uk.footprints.statistics.MannKendall;

/**
 * The Theil-Sen line of a series, where Hamed and Rao's test finds a trend. A series with a trend is not a stable
 * process around one level, and limits around a level would flag every early and every late point.
 *
 * @param slope per period; 0 where there is no trend
 * @param intercept the value at position 0; 0 where there is no trend
 */
record TrendLine(double slope, double intercept) {

  private static final TrendLine NONE = new TrendLine(0, 0);
  private static final int FEWEST = 10;

  /** Fits a line to a seasonally adjusted series; none below two whole years or ten values. */
  static TrendLine of(double[] values, int known, int cycle) {
    if (known < Math.max(2 * cycle, FEWEST)) {
      return NONE;
    }
    MannKendall test = MannKendall.hamedRao(values);
    double slope = test.line().slope();
    return test.trend() == MannKendall.Trend.NONE || !Double.isFinite(slope) || slope == 0
        ? NONE
        : new TrendLine(slope, test.line().intercept());
  }

  /** Returns whether there is a trend. */
  boolean present() {
    return slope != 0;
  }

  /** Returns the value of the line at a position. */
  double at(int position) {
    return intercept + slope * position;
  }

  /** Returns the series less the line. */
  double[] without(double[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i] - at(i)).toArray();
  }
}
