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

  private final MeasureName measure;
  private final Map<String, TreeMap<Period, double[]>> sums = new TreeMap<>();

  MeasureTotals(MeasureName measure) {
    this.measure = measure;
  }

  /** Adds a figure in its current vintage. */
  void add(CompletenessRuns.Point p) {
    double[] sum =
        sums.computeIfAbsent(p.role(), r -> new TreeMap<>()).computeIfAbsent(p.period(), x -> new double[2]);
    if (p.status() == CellStatus.REPORTED) {
      sum[0]++;
      sum[1] += p.value();
    }
  }

  /** Returns the rows of {@code totals} for the measure. */
  List<TotalRow> rows() {
    List<TotalRow> rows = new ArrayList<>();
    sums.forEach(
        (role, periods) ->
            periods.forEach(
                (period, sum) ->
                    rows.add(
                        new TotalRow(
                            measure.dataset(), measure.measure(), role, period.start(), period.end(),
                            period.kind().id(), (long) sum[0], sum[0] == 0 ? null : (Double) sum[1]))));
    return rows;
  }

  /** Returns the total of two shares of a measure's organisations in a period. */
  static TotalRow plus(TotalRow a, TotalRow b) {
    Double total = a.total() == null ? b.total() : b.total() == null ? a.total() : (Double) (a.total() + b.total());
    return new TotalRow(
        a.dataset(), a.measure(), a.orgRole(), a.periodStart(), a.periodEnd(), a.periodKind(),
        a.organisations() + b.organisations(), total);
  }
}
