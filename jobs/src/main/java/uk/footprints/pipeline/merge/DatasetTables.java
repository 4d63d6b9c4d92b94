package uk.footprints.pipeline.merge;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import uk.footprints.pipeline.merge.RowInventory.SheetCodec;
import uk.footprints.pipeline.read.RowSource;
import uk.footprints.table.Table;

/** Writes the current rows of the tables that datasets fill themselves, and counts all of them by their source. */
final class DatasetTables implements TableMerge.Output {

  private final RowDictionary names;
  private final PartitionFiles files;
  private final Map<RowSource, WrittenRows> counts = new HashMap<>();
  private final Map<RowOverlap, Long> overlaps = new HashMap<>();
  private final Map<Integer, SheetCodec> codecs = new HashMap<>();

  DatasetTables(RowDictionary names, PartitionFiles files) {
    this.names = names;
    this.files = files;
  }

  private Table table(PublishedRow row) {
    return names.tables().get(row.table());
  }

  @Override
  public void current(PublishedRow row) throws IOException {
    SheetCodec codec = codecs.computeIfAbsent(row.table(), t -> SheetCodec.of(table(row)));
    files.of(table(row)).write(codec.withSource(row.cells(), names.sources().get(row.source())));
    counts.merge(names.rowSource(table(row).name(), row.source()), WrittenRows.CURRENT, WrittenRows::plus);
  }

  @Override
  public void superseded(PublishedRow row, PublishedRow current) {
    RowSource older = names.rowSource(table(row).name(), row.source());
    counts.merge(older, WrittenRows.SUPERSEDED, WrittenRows::plus);
    String newer = names.sources().get(current.source()).origin().sha256();
    overlaps.merge(new RowOverlap(older.table(), older.sha256(), newer), 1L, Long::sum);
  }

  /** Returns the rows by their source. */
  Map<RowSource, WrittenRows> counts() {
    return counts;
  }

  /** Returns the number of rows that were left out because another file has their key. */
  Map<RowOverlap, Long> overlaps() {
    return overlaps;
  }
}
