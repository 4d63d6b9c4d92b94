package uk.footprints.spark;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * Counts the work of Spark's tasks, for progress only: the driver receives a task's count when the task ends. A repeated
 * task counts twice: never use it for figures.
 *
 * @param ended the counts of ended tasks
 */
public record ProgressCounter(LongAccumulator ended) implements Serializable {

  /** Creates a counter at zero. */
  public static ProgressCounter of(SparkContext context) {
    return new ProgressCounter(context.longAccumulator());
  }

  /** Adds to the count, in a task. */
  public void add(long n) {
    ended.add(n);
  }

  /** Returns the count so far, on the driver. */
  public long soFar() {
    return ended.value();
  }
}
