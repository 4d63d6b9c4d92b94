package uk.footprints.stat;

/** Result of a method about one row of the input or one group: a record whose numbers are NaN where there is none. */
interface ResultRow {

  /** Returns whether the result has all of its numbers, and why not. */
  RowStatus outcome();
}
