package uk.footprints.transform;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.finding.Finding;
import uk.footprints.period.Period;

/**
 * The content of a sheet or a file before it is known when it was published. The periods help to find that out; then
 * {@link #publishedAs} makes every row once, complete.
 *
 * @param blocks figures
 * @param tables rows of tables of their own, such as {@code population}
 * @param findings what was odd or rejected
 * @param accounting where every row went
 * @param periods the periods seen, in order
 */
public record SheetContent(
    List<BlockDraft> blocks,
    List<TableDraft> tables,
    List<Finding> findings,
    RowAccounting accounting,
    List<Period> periods) {

  /** Nothing but findings. */
  public static SheetContent nothing(List<Finding> findings, RowAccounting accounting) {
    return new SheetContent(List.of(), List.of(), findings, accounting, List.of());
  }

  /** Both together. */
  public SheetContent plus(SheetContent other) {
    return new SheetContent(
        joined(blocks, other.blocks),
        joined(tables, other.tables),
        joined(findings, other.findings),
        accounting.plus(other.accounting),
        joined(periods, other.periods).stream().distinct().sorted().toList());
  }

  /** The same with other figures. */
  SheetContent with(List<BlockDraft> other) {
    return new SheetContent(other, tables, findings, accounting, periods);
  }

  /** Observations and rows of tables, as published then. */
  public TransformResult publishedAs(ObservationBatch.Origin origin) {
    return new TransformResult(
        blocks.stream().map(block -> block.publishedAs(origin)).toList(),
        tables.stream().map(table -> table.publishedAs(origin)).toList(),
        findings,
        accounting,
        periods);
  }

  private static <T> List<T> joined(List<T> a, List<T> b) {
    List<T> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }
}
