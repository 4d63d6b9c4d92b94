package uk.footprints.spark;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/**
 * Tracks the tasks of a session. Where one fails, Spark cancels its job at once, but the other tasks of the job
 * continue with their current work: they would write files of a release that was deleted.
 */
final class SparkTasks extends SparkListener {

  private final SparkContext context;
  private final Set<Long> running = new HashSet<>();
  private final Set<Integer> ended = new HashSet<>();

  SparkTasks(SparkContext context) {
    this.context = context;
  }

  /** Returns whether these are the tasks of that session. */
  boolean of(SparkContext other) {
    return context == other;
  }

  @Override
  public synchronized void onTaskStart(SparkListenerTaskStart start) {
    running.add(start.taskInfo().taskId());
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    running.remove(end.taskInfo().taskId());
    notifyAll();
  }

  @Override
  public synchronized void onJobEnd(SparkListenerJobEnd end) {
    ended.add(end.jobId());
    notifyAll();
  }

  /**
   * Cancels all jobs and waits until none of their tasks runs.
   *
   * @return false when tasks still ran at the limit, or when that is unknown
   */
  boolean stop(Duration limit) {
    if (context.isStopped()) {
      return false;
    }
    context.cancelAllJobs();
    // Spark's events arrive late but in order: once this job has ended, all earlier events have arrived.
    JavaFutureAction<Long> last = JavaSparkContext.fromSparkContext(context).parallelize(List.of(1), 1).countAsync();
    boolean stopped = await(last.jobIds().get(0), limit);
    if (!stopped) {
      last.cancel(true);
    }
    return stopped;
  }

  private synchronized boolean await(int job, Duration limit) {
    long until = System.nanoTime() + limit.toNanos();
    try {
      while (!ended.contains(job) || !running.isEmpty()) {
        long left = (until - System.nanoTime()) / 1_000_000;
        if (left <= 0 || context.isStopped()) {
          return false;
        }
        wait(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
