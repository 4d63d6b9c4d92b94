package uk.footprints.stat;

/** A statistical method on a table: one class, and one line in {@link StatMethods}. */
public interface StatMethod {

  /** Returns the description of the method, its input and its result. */
  MethodGuide guide();

  /** Computes the result for a table. Wrong rows and groups are reported as problems of the input and have no value. */
  void answer(MethodInput question, ResultTable answer);
}
