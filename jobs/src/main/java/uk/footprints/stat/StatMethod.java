package uk.footprints.stat;

/**
 * A statistical method on a table: one class, and one line in {@link StatMethods}.
 *
 * @param <R> a row of its result
 */
interface StatMethod<R extends ResultRow> {

  /** Returns the description of the method, its input and its result. */
  MethodGuide guide();

  /** Returns the columns of the result. */
  ResultColumns<R> columns();

  /** Computes the result for a table. Wrong rows and groups are reported as problems of the input and have no value. */
  void answer(MethodInput question, ResultTable<R> answer);
}
