package uk.footprints.job.stat;

/** A statistical method on a table: one class, and one line in {@link Methods}. */
public interface Method {

  /** What it is called, what it reads and what it gives. */
  Guide guide();

  /** Answers a table. Rows and groups that are wrong are noted in the question and have no value. */
  void answer(Question question, Answer answer);
}
