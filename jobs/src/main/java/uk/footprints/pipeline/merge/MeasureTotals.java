package uk.footprints.pipeline.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.catalogue.TotalRow;
import uk.footprints.period.Period;
import uk.footprints.transform.CellStatus;

/** Computes the total of a measure over organisations in each period, by which releases are compared. */
final class MeasureTotals {

  private MeasureTotals() {}

  /** Returns the rows of {@code totals} for a measure. */
  static List<TotalRow> of(String dataset, String measure, List<CompletenessRuns.Point> points) {
    Map<String, TreeMap<Period, double[]>> sums = new TreeMap<>();
    for (CompletenessRuns.Point p : points) {
      double[] sum =
          sums.computeIfAbsent(p.role(), r -> new TreeMap<>()).computeIfAbsent(p.period(), x -> new double[2]);
      if (p.status() == CellStatus.REPORTED) {
        sum[0]++;
        sum[1] += p.value();
      }
    }
    List<TotalRow> rows = new ArrayList<>();
    sums.forEach(
        (role, periods) ->
            periods.forEach(
                (period, sum) ->
                    rows.add(
                        new TotalRow(
                            dataset, measure, role, period.start(), period.end(), period.kind().id(), (long) sum[0],
                            sum[0] == 0 ? null : (Double) sum[1]))));
    return rows;
  }
}
