package uk.footprints.pipeline.merge;

import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import uk.footprints.area.OrganisationRegister;
import uk.footprints.catalogue.TotalRow;
import uk.footprints.pipeline.read.RowSource;

/** Writes the sorted rows of one partition to their tables. */
final class PartitionWriter {

  /**
   * What a partition wrote.
   *
   * @param rows the rows of each table
   * @param shares totals of measures whose other organisations are in other partitions
   */
  record Written(PartitionResult rows, List<TotalRow> shares) implements Serializable {}

  private PartitionWriter() {}

  /**
   * Writes the rows.
   *
   * @param divided says whether other partitions have figures of a measure too
   */
  static Written write(
      Iterator<MergeRow> rows, RowDictionary names, OrganisationRegister register, IntPredicate divided,
      PartitionFiles to)
      throws IOException {
    try (PartitionFiles files = to) {
      FigureTables figures = new FigureTables(names, register, divided, files);
      DatasetTables tables = new DatasetTables(names, files);
      TableMerge merge = new TableMerge(names.order(), tables);
      while (rows.hasNext()) {
        MergeRow row = rows.next();
        if (row instanceof FigureRow figure) {
          figures.add(figure);
        } else if (row instanceof FigurePeriod period) {
          figures.add(period);
        } else {
          merge.add((PublishedRow) row);
        }
      }
      figures.end();
      Map<RowSource, WrittenRows> counts = new HashMap<>(figures.counts());
      tables.counts().forEach((source, n) -> counts.merge(source, n, WrittenRows::plus));
      PartitionResult written = new PartitionResult(List.of(), counts, tables.overlaps(), Map.of());
      return new Written(written, figures.shares());
    }
  }
}
