package uk.footprints.report.trend;

import java.util.stream.IntStream;
import uk.footprints.statistics.MannKendall;

/**
 * The line that a series moves around, where Hamed and Rao's test finds a trend: Theil and Sen's. A series with a trend
 * is no stable process around one level, and limits around a level call every early and every late point special.
 *
 * @param slope per period; 0 where there is no trend
 * @param intercept the value at position 0; 0 where there is no trend
 */
record TrendLine(double slope, double intercept) {

  private static final TrendLine NONE = new TrendLine(0, 0);
  private static final int FEWEST = 10;

  /** Of a series without its season; none below two whole years or ten values. */
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

  /** Whether there is a trend. */
  boolean present() {
    return slope != 0;
  }

  /** The line at a position. */
  double at(int position) {
    return intercept + slope * position;
  }

  /** The series less the line. */
  double[] without(double[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i] - at(i)).toArray();
  }
}
