package uk.footprints.pipeline.merge;

import java.io.IOException;

/**
 * Chooses the current row of each key of the tables that datasets fill themselves: a row of a publication before one of
 * a table derived from it, then the newest.
 */
final class TableMerge {

  private final MergeRowOrder order;
  private final Output output;
  private PublishedRow current;

  /** Receives the rows of tables in the order of their keys. */
  interface Output {
    /** Receives the current row of a key. */
    void current(PublishedRow row) throws IOException;

    /** Receives another row of the key, and the row that is current. */
    void superseded(PublishedRow row, PublishedRow current);
  }

  TableMerge(MergeRowOrder order, Output output) {
    this.order = order;
    this.output = output;
  }

  /** Adds the next of the sorted rows. */
  void add(PublishedRow row) throws IOException {
    if (current != null && order.key(current, row) == 0) {
      output.superseded(row, current);
    } else {
      current = row;
      output.current(row);
    }
  }
}
