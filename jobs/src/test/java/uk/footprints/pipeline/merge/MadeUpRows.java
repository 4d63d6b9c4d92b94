package uk.footprints.pipeline.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.footprints.table.Table;
import uk.footprints.table.TableRows;
import uk.footprints.transform.ObservationBatch;
import uk.footprints.transform.RowAccounting;
import uk.footprints.transform.TransformResult;

/**
 * Rows of made-up files, as one partition gets them.
 *
 * @param inventory what they contain
 * @param names the meaning of their numbers
 * @param sorted the rows
 */
record MadeUpRows(RowInventory inventory, RowDictionary names, List<MergeRow> sorted) {

  /** Returns the rows of batches, each of a file of its own. */
  static MadeUpRows of(ObservationBatch... batches) {
    return sorted(
        Stream.of(batches)
            .map(b -> new TransformResult(List.of(b), List.of(), List.of(), RowAccounting.NONE, List.of()))
            .toList(),
        Map.of());
  }

  /** Returns the rows of a table, each group of a file of its own. */
  static MadeUpRows of(Table table, TableRows... files) {
    return sorted(
        Stream.of(files)
            .map(rows -> new TransformResult(List.of(), List.of(rows), List.of(), RowAccounting.NONE, List.of()))
            .toList(),
        Stream.of(table).collect(Collectors.toMap(Table::name, Function.identity())));
  }

  private static MadeUpRows sorted(List<TransformResult> files, Map<String, Table> tables) {
    RowInventory inventory = new RowInventory();
    files.forEach(file -> inventory.add(file, tables::get, 0));
    RowDictionary names = RowDictionary.of(inventory);
    RowSplitter splitter = new RowSplitter(names, RowPartitioner.of(inventory, names, 1));
    List<MergeRow> rows = new ArrayList<>();
    files.forEach(file -> splitter.split(file).forEachRemaining(rows::add));
    rows.sort(names.order());
    return new MadeUpRows(inventory, names, rows);
  }
}
