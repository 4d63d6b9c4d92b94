package uk.footprints.transform;

import java.util.List;
import uk.footprints.finding.Finding;
import uk.footprints.period.Period;

/**
 * The content of a sheet or a file before its publication date is known. The periods help to find the date; then
 * {@link #publishedAs} builds the complete rows.
 *
 * @param batches figures
 * @param tables rows of the dataset's own tables, such as {@code population}
 * @param findings unusual or rejected content
 * @param accounting of all rows
 * @param periods the periods found, in order
 */
public record SheetContent(
    List<ObservationBatchDraft> batches,
    List<TableDraft> tables,
    List<Finding> findings,
    RowAccounting accounting,
    List<Period> periods) {

  /** Returns content without figures, with findings only. */
  public static SheetContent nothing(List<Finding> findings, RowAccounting accounting) {
    return new SheetContent(List.of(), List.of(), findings, accounting, List.of());
  }

  /** Returns the content of both. */
  public SheetContent plus(SheetContent other) {
    return new SheetContent(
        TransformResult.joined(batches, other.batches),
        TransformResult.joined(tables, other.tables),
        TransformResult.joined(findings, other.findings),
        accounting.plus(other.accounting),
        TransformResult.joined(periods, other.periods).stream().distinct().sorted().toList());
  }

  /** Returns a copy with other figures. */
  SheetContent with(List<ObservationBatchDraft> other) {
    return new SheetContent(other, tables, findings, accounting, periods);
  }

  /** Returns the observations and table rows, with the file that published them. */
  public TransformResult publishedAs(ObservationBatch.Origin origin) {
    return new TransformResult(
        batches.stream().map(batch -> batch.publishedAs(origin)).toList(),
        tables.stream().map(table -> table.publishedAs(origin)).toList(),
        findings,
        accounting,
        periods);
  }
}
