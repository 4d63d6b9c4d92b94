package uk.footprints.pipeline.merge;

import java.io.Serializable;

/**
 * The rows of a source that reached a table.
 *
 * @param current rows that are the current ones of their key
 * @param superseded rows of whose key another row is current
 * @param revising changes that they made to figures of an older vintage
 */
public record RowCounts(long current, long superseded, long revising) implements Serializable {

  /** No rows. */
  public static final RowCounts NONE = new RowCounts(0, 0, 0);
  static final RowCounts CURRENT = new RowCounts(1, 0, 0);
  static final RowCounts SUPERSEDED = new RowCounts(0, 1, 0);
  static final RowCounts REVISING = new RowCounts(0, 0, 1);

  /** Returns the number of rows. */
  public long rows() {
    return current + superseded;
  }

  RowCounts plus(RowCounts other) {
    return new RowCounts(current + other.current, superseded + other.superseded, revising + other.revising);
  }
}
