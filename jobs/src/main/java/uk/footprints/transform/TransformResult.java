package uk.footprints.transform;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import uk.footprints.finding.Finding;
import uk.footprints.period.Period;
import uk.footprints.table.TableRows;

/**
 * The result of reading a sheet or a file: observations, rows of other tables, findings and row counts.
 *
 * @param batches observations
 * @param tables rows of the dataset's own tables, such as {@code population}
 * @param findings unusual or rejected content
 * @param accounting of all rows
 * @param periods the periods found, in order
 */
public record TransformResult(
    List<ObservationBatch> batches, List<TableRows> tables, List<Finding> findings, RowAccounting accounting,
        List<Period> periods)
    implements Serializable {

  /** Returns a result without figures, with findings only. */
  public static TransformResult nothing(List<Finding> findings, RowAccounting accounting) {
    return new TransformResult(List.of(), List.of(), findings, accounting, List.of());
  }

  /** Returns the results of both. */
  public TransformResult plus(TransformResult other) {
    return new TransformResult(
        joined(batches, other.batches),
        joined(tables, other.tables),
        joined(findings, other.findings),
        accounting.plus(other.accounting),
        joined(periods, other.periods).stream().distinct().sorted().toList());
  }

  /** Returns the items of two lists. */
  static <T> List<T> joined(List<T> a, List<T> b) {
    List<T> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }
}
