package uk.footprints.pipeline.merge;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import uk.footprints.table.TableColumn;

/**
 * Orders rows by their keys: figures by measure, organisation, role and period, then the rows of each table by its key.
 * Of one key the source that takes precedence comes first. Before the figures of a measure come its periods.
 *
 * @param keys for each table the columns of its key
 * @param rowColumns for each table the column of the row number
 */
record MergeRowOrder(List<List<TableColumn<?>>> keys, List<TableColumn<Long>> rowColumns)
    implements Comparator<MergeRow>, Serializable {

  @Override
  public int compare(MergeRow a, MergeRow b) {
    if (a instanceof FigureRow left && b instanceof FigureRow right) {
      return figures(left, right);
    }
    if (a instanceof PublishedRow left && b instanceof PublishedRow right) {
      return rows(left, right);
    }
    if (a instanceof PublishedRow || b instanceof PublishedRow) {
      return a instanceof PublishedRow ? 1 : -1;
    }
    int difference = Integer.compare(measure(a), measure(b));
    if (difference != 0) {
      return difference;
    }
    if (a instanceof FigurePeriod left && b instanceof FigurePeriod right) {
      return periods(left, right);
    }
    return a instanceof FigurePeriod ? -1 : 1;
  }

  private static int measure(MergeRow row) {
    return row instanceof FigureRow figure ? figure.measure() : ((FigurePeriod) row).measure();
  }

  private static int figures(FigureRow a, FigureRow b) {
    int difference = Integer.compare(a.measure(), b.measure());
    if (difference == 0) {
      difference = Integer.compare(a.organisation(), b.organisation());
    }
    if (difference == 0) {
      difference = Integer.compare(a.role(), b.role());
    }
    if (difference == 0) {
      difference = Integer.compare(a.period(), b.period());
    }
    if (difference == 0) {
      difference = Integer.compare(a.source(), b.source());
    }
    return difference == 0 ? Integer.compare(a.row(), b.row()) : difference;
  }

  private static int periods(FigurePeriod a, FigurePeriod b) {
    int difference = Integer.compare(a.role(), b.role());
    if (difference == 0) {
      difference = Integer.compare(a.period(), b.period());
    }
    return difference == 0 ? Integer.compare(a.source(), b.source()) : difference;
  }

  private int rows(PublishedRow a, PublishedRow b) {
    int difference = key(a, b);
    if (difference == 0) {
      difference = Integer.compare(a.source(), b.source());
    }
    return difference == 0 ? rowColumns.get(a.table()).compare(a.cells(), b.cells()) : difference;
  }

  /** Compares two rows by table and key alone. */
  int key(PublishedRow a, PublishedRow b) {
    int difference = Integer.compare(a.table(), b.table());
    if (difference == 0) {
      for (TableColumn<?> column : keys.get(a.table())) {
        difference = column.compare(a.cells(), b.cells());
        if (difference != 0) {
          return difference;
        }
      }
    }
    return difference;
  }

  /**
   * Compares a row with a bound between two partitions. All vintages of an organisation's figures of a measure, and all
   * rows of one key, are on the same side.
   */
  int place(MergeRow row, MergeRow bound) {
    if (row instanceof FigureRow a && bound instanceof FigureRow b) {
      int difference = Integer.compare(a.measure(), b.measure());
      return difference == 0 ? Integer.compare(a.organisation(), b.organisation()) : difference;
    }
    if (row instanceof PublishedRow a && bound instanceof PublishedRow b) {
      return key(a, b);
    }
    return compare(row, bound);
  }
}
