package uk.footprints.spark;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/**
 * Tracks the tasks of a run. Where one fails, Spark cancels its job at once, but the other tasks of the job continue
 * with their current work: they would write files of a release that was deleted. The jobs of the run have a tag, so
 * that those of another run on the same context continue.
 */
public final class SparkTasks extends SparkListener implements AutoCloseable {

  /** How long a failed run waits for its tasks; the next run deletes what a task writes after that. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String TAGS = "spark.job.tags";

  private final SparkContext context;
  private final String tag = "run-" + UUID.randomUUID();
  private final Set<Integer> stages = new HashSet<>();
  private final Set<Long> running = new HashSet<>();
  private final Set<Integer> ended = new HashSet<>();

  private SparkTasks(SparkContext context) {
    this.context = context;
  }

  /** Tracks the jobs that this thread starts from now on. */
  public static SparkTasks of(SparkContext context) {
    SparkTasks tasks = new SparkTasks(context);
    context.addSparkListener(tasks);
    context.addJobTag(tasks.tag);
    return tasks;
  }

  /** Returns whether a job or stage of these properties belongs to the run. */
  boolean isOfRun(Properties properties) {
    return properties != null && List.of(properties.getProperty(TAGS, "").split(",")).contains(tag);
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    if (isOfRun(submitted.properties())) {
      stages.add(submitted.stageInfo().stageId());
    }
  }

  @Override
  public synchronized void onTaskStart(SparkListenerTaskStart start) {
    if (stages.contains(start.stageId())) {
      running.add(start.taskInfo().taskId());
    }
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
   * Cancels all jobs of the run and waits, at most a minute, until none of its tasks runs.
   *
   * @return false when tasks still ran after a minute, or when that is unknown
   */
  public boolean stop() {
    if (context.isStopped()) {
      return false;
    }
    context.cancelJobsWithTag(tag);
    // Spark's events arrive late but in order: once this job has ended, all earlier events have arrived.
    JavaFutureAction<Long> last = JavaSparkContext.fromSparkContext(context).parallelize(List.of(1), 1).countAsync();
    boolean stopped = await(last.jobIds().get(0), PATIENCE);
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

  /** Ends the tracking; jobs that this thread starts later do not belong to the run. */
  @Override
  public void close() {
    context.removeJobTag(tag);
    context.removeSparkListener(this);
  }
}
