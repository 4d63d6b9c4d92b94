package uk.footprints.pipeline.merge;

import java.io.Serializable;

/**
 * The rows of a source that reached a table.
 *
 * @param current rows that are the current ones of their key
 * @param superseded rows of whose key another row is current
 * @param revising changes that they made to figures of an older vintage
 * @param contradicting figures of which another source, published on the same day, has another value
 */
public record WrittenRows(long current, long superseded, long revising, long contradicting) implements Serializable {

  /** No rows. */
  public static final WrittenRows NONE = new WrittenRows(0, 0, 0, 0);
  static final WrittenRows CURRENT = new WrittenRows(1, 0, 0, 0);
  static final WrittenRows SUPERSEDED = new WrittenRows(0, 1, 0, 0);
  static final WrittenRows REVISING = new WrittenRows(0, 0, 1, 0);
  static final WrittenRows CONTRADICTING = new WrittenRows(0, 0, 0, 1);

  /** Returns the number of rows. */
  public long rows() {
    return current + superseded;
  }

  WrittenRows plus(WrittenRows other) {
    return new WrittenRows(
        current + other.current, superseded + other.superseded, revising + other.revising,
        contradicting + other.contradicting);
  }
}
