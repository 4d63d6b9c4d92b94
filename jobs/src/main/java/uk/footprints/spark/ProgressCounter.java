package uk.footprints.spark;

import java.io.Serializable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * Counts what Spark's tasks have done, for a person who waits. Where tasks run in this process it counts at once; on a
 * cluster it hears of a task's count when the task ends. A task that is tried again counts twice: never use it for
 * figures.
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

  /** A count of a run. */
  public static ProgressCounter of(SparkContext context) {
    return new ProgressCounter(context.longAccumulator());
  }

  /** Adds, in a task. */
  public void add(long n) {
    ended.add(n);
    HERE.computeIfPresent(
        id,
        (k, here) -> {
          here.add(n);
          return here;
        });
  }

  /** The count so far, on the driver. */
  public long soFar() {
    LongAdder here = HERE.get(id);
    return Math.max(ended.value(), here == null ? 0 : here.sum());
  }
}
