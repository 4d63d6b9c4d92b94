package uk.footprints.pipeline.read;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.catalogue.Tables;
import uk.footprints.table.RowCells;
import uk.footprints.table.SourceColumns;
import uk.footprints.table.Table;
import uk.footprints.table.TableRows;
import uk.footprints.transform.ObservationBatch;
import uk.footprints.transform.TransformResult;

/**
 * A sheet of a file, and a table that its rows go to. Rows are counted by it when they are read and when they are
 * written.
 *
 * @param table the table; {@code vintages} for observations
 * @param sha256 hash of the file
 * @param sheet the sheet; empty for text files, and where the table has no column of sheets
 */
public record RowSource(String table, String sha256, String sheet) implements Serializable {

  /** Returns the source of the observations of a batch. */
  public static RowSource of(ObservationBatch batch) {
    return new RowSource(Tables.VINTAGES.name(), batch.origin().sha256(), batch.sheet());
  }

  /** Returns a function that gives the source of a row of a table that a dataset defines itself. */
  public static Function<RowCells, RowSource> of(Table table) {
    SourceColumns columns = SourceColumns.of(table);
    return cells -> new RowSource(table.name(), cells.get(columns.sha256()), columns.sheetOf(cells));
  }

  /** Counts the rows of a file. */
  static Map<RowSource, Long> count(TransformResult rows, Catalogue catalogue) {
    Map<RowSource, Long> counts = new HashMap<>();
    rows.batches().forEach(batch -> counts.merge(of(batch), (long) batch.size(), Long::sum));
    for (TableRows filled : rows.tables()) {
      Function<RowCells, RowSource> source = of(catalogue.getTable(filled.table()));
      filled.rows().forEach(cells -> counts.merge(source.apply(cells), 1L, Long::sum));
    }
    counts.values().removeIf(n -> n == 0);
    return counts;
  }
}
