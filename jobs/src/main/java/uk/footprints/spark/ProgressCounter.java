package uk.footprints.spark;

import java.io.Serializable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * Counts the work of Spark's tasks, for progress only. Where tasks run in this process it counts at once; on a cluster
 * it receives a task's count when the task ends. A repeated task counts twice: never use it for figures.
 */
public final class ProgressCounter implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final ConcurrentMap<Long, LongAdder> HERE = new ConcurrentHashMap<>();

  private final LongAccumulator ended;
  private final long id;

  private ProgressCounter(LongAccumulator ended) {
    this.ended = ended;
    this.id = ended.id();
    HERE.put(id, new LongAdder());
  }

  /** Creates a counter at zero. */
  public static ProgressCounter of(SparkContext context) {
    return new ProgressCounter(context.longAccumulator());
  }

  /** Adds to the count, in a task. */
  public void add(long n) {
    ended.add(n);
    HERE.computeIfPresent(
        id,
        (k, here) -> {
          here.add(n);
          return here;
        });
  }

  /** Returns the count so far, on the driver. */
  public long soFar() {
    LongAdder here = HERE.get(id);
    return Math.max(ended.value(), here == null ? 0 : here.sum());
  }
}
