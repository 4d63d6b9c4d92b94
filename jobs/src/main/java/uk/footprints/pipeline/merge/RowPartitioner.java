package uk.footprints.pipeline.merge;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.Partitioner;

/**
 * Assigns rows to partitions of about equal numbers of rows, each a range of keys: a file of a table then covers a range
 * of measures, and a measure with many figures is divided by organisation. The bounds come from a sample of the keys.
 */
final class RowPartitioner extends Partitioner {

  private static final long serialVersionUID = 1L;

  /** A partition with fewer rows costs more than it saves. */
  private static final long FEWEST = 50_000;
  /** A task sorts so many rows without spilling in a share of a heap of 2 GiB. */
  private static final long MOST = 1_000_000;

  private final MergeRowOrder order;
  private final List<MergeRow> bounds;

  RowPartitioner(MergeRowOrder order, List<MergeRow> bounds) {
    this.order = order;
    this.bounds = List.copyOf(bounds);
  }

  /**
   * Creates partitions for the rows of an inventory.
   *
   * @param parallelism the number of tasks that run at once
   */
  static RowPartitioner of(RowInventory inventory, RowDictionary dictionary, int parallelism) {
    MergeRowOrder order = dictionary.order();
    RowDictionary.Numbers numbers = dictionary.numbers();
    List<MergeRow> sample = new ArrayList<>();
    for (RowInventory.SampledFigure figure : inventory.sampledFigures()) {
      sample.add(
          FigureRow.beforeAll(
              numbers.measures().get(figure.measure()), numbers.organisations().get(figure.organisation())));
    }
    inventory.sampledRows()
        .forEach(row -> sample.add(new PublishedRow(numbers.tables().get(row.table()), row.cells(), -1)));
    sample.sort(order::place);
    int partitions = count(inventory.rows(), parallelism);
    List<MergeRow> bounds = new ArrayList<>();
    for (int i = 1; i < partitions; i++) {
      int at = (int) ((long) i * sample.size() / partitions);
      boolean greater =
          at < sample.size() && at > 0 && order.place(sample.get(at), sample.get(0)) > 0
              && (bounds.isEmpty() || order.place(sample.get(at), bounds.get(bounds.size() - 1)) > 0);
      if (greater) {
        bounds.add(sample.get(at));
      }
    }
    return new RowPartitioner(order, bounds);
  }

  /** Returns the number of partitions: as many as run at once, or a multiple where these would be too large. */
  static int count(long rows, int parallelism) {
    long useful = Math.min(parallelism, rows / FEWEST + 1);
    long needed = (rows + MOST - 1) / MOST;
    return (int) Math.min(Integer.MAX_VALUE, needed <= useful ? useful : (needed + useful - 1) / useful * useful);
  }

  @Override
  public int numPartitions() {
    return bounds.size() + 1;
  }

  @Override
  public int getPartition(Object row) {
    return row instanceof FigurePeriod period ? period.partition() : partition((MergeRow) row);
  }

  private int partition(MergeRow row) {
    int low = 0;
    int high = bounds.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (order.place(row, bounds.get(middle)) < 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Returns the first partition with figures of a measure. */
  int first(int measure) {
    return partition(FigureRow.beforeAll(measure, -1));
  }

  /** Returns the last partition with figures of a measure. */
  int last(int measure) {
    return partition(FigureRow.afterAll(measure));
  }
}
