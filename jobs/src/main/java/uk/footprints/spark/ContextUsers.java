package uk.footprints.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;

/**
 * Counts the runs that use the one context that Spark has in a process, so that a run that ends does not stop the tasks
 * of another. A context that somebody else opened, as in a notebook, is never stopped here.
 */
final class ContextUsers {

  private SparkContext context;
  private boolean ours;
  private int users;

  /** Opens a context, or uses the one that is open. */
  synchronized SparkContext open(SparkConf conf) {
    boolean found = SparkEnv.get() != null;
    SparkContext now = SparkContext.getOrCreate(conf);
    if (now != context) {
      context = now;
      ours = !found;
      users = 0;
    }
    users++;
    return now;
  }

  /** Ends a use; the last one stops the context. */
  synchronized void close(SparkContext of) {
    if (of == context && --users == 0 && ours) {
      context.stop();
    }
  }
}
