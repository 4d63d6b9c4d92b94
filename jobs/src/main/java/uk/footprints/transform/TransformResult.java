package uk.footprints.transform;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import uk.footprints.finding.Finding;
import uk.footprints.period.Period;
import uk.footprints.table.TableRows;

/**
 * What a sheet or a file gave: observations, rows of other tables, what was odd, and where every row went.
 *
 * @param blocks observations
 * @param tables rows of tables of their own, such as {@code population}
 * @param findings what was odd or refused
 * @param accounting where every row went
 * @param periods the periods seen, in order
 */
public record TransformResult(
    List<ObservationBatch> blocks, List<TableRows> tables, List<Finding> findings, RowAccounting accounting, List<Period> periods)
    implements Serializable {

  /** Nothing but findings. */
  public static TransformResult nothing(List<Finding> findings, RowAccounting accounting) {
    return new TransformResult(List.of(), List.of(), findings, accounting, List.of());
  }

  /** Both together. */
  public TransformResult plus(TransformResult other) {
    return new TransformResult(
        joined(blocks, other.blocks),
        joined(tables, other.tables),
        joined(findings, other.findings),
        accounting.plus(other.accounting),
        joined(periods, other.periods).stream().distinct().sorted().toList());
  }

  private static <T> List<T> joined(List<T> a, List<T> b) {
    List<T> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }
}
