package uk.footprints.pipeline.merge;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import uk.footprints.pipeline.merge.RowInventory.SheetCodec;
import uk.footprints.table.TableRows;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.ObservationBatch;
import uk.footprints.transform.TransformResult;

/** Splits what files gave into rows for the tables. */
final class RowSplitter {

  private final RowDictionary dictionary;
  private final RowDictionary.Numbers numbers;
  private final RowPartitioner partitioner;

  RowSplitter(RowDictionary dictionary, RowPartitioner partitioner) {
    this.dictionary = dictionary;
    this.numbers = dictionary.numbers();
    this.partitioner = partitioner;
  }

  /** Returns the rows of a file. */
  Iterator<MergeRow> split(TransformResult result) {
    return Stream.concat(
            result.batches().stream().flatMap(batch -> figures(batch).stream()),
            result.tables().stream().filter(filled -> !filled.rows().isEmpty()).flatMap(this::rows))
        .iterator();
  }

  private List<MergeRow> figures(ObservationBatch batch) {
    int role = numbers.roles().getOrDefault(batch.orgRole(), -1);
    int period = numbers.periods().get(batch.period());
    int source = numbers.sources().get(RowInventory.key(batch));
    int[] organisations = batch.orgCodes().stream().mapToInt(numbers.organisations()::get).toArray();
    List<MergeRow> rows = new ArrayList<>(organisations.length * batch.measures().size());
    for (int m = 0; m < batch.measures().size(); m++) {
      int measure = numbers.measures().get(new MeasureName(batch.dataset(), batch.measures().get(m)));
      int before = rows.size();
      for (int i = 0; i < organisations.length; i++) {
        CellStatus status = batch.status(i, m);
        if (status != null) {
          rows.add(
              new FigureRow(
                  measure, organisations[i], role, period, source, batch.row(i), status, batch.value(i, m)));
        }
      }
      boolean figures = rows.size() > before;
      for (int partition = partitioner.first(measure); partition <= partitioner.last(measure); partition++) {
        rows.add(new FigurePeriod(partition, measure, role, period, source, figures));
      }
    }
    return rows;
  }

  private Stream<MergeRow> rows(TableRows filled) {
    int table = numbers.tables().get(filled.table());
    SheetCodec codec = SheetCodec.of(dictionary.tables().get(table));
    FigureSource.Key[] last = new FigureSource.Key[1];
    return filled.rows().stream().map(cells -> {
      last[0] = codec.key(cells, last[0]);
      return new PublishedRow(table, codec.withoutSource(cells), numbers.sources().get(last[0]));
    });
  }
}
