package uk.footprints.stat;

/** A statistical method on a table: one class, and one line in {@link StatMethods}. */
public interface StatMethod {

  /** What it is called, what it reads and what it gives. */
  MethodGuide guide();

  /** Answers a table. Rows and groups that are wrong are noted in the question and have no value. */
  void answer(MethodInput question, ResultTable answer);
}
