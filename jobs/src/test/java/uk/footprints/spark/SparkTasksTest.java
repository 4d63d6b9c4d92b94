package uk.footprints.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.footprints.SparkTestSession;
import uk.footprints.runtime.ParallelTasks;

@Tag("integration")
class SparkTasksTest {

  private static final AtomicInteger BEGUN = new AtomicInteger();
  private static final AtomicInteger WRITTEN = new AtomicInteger();

  @Test
  void aFailedJobsOtherTasksAreOverWhenItIsQuiet() {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(SparkTestSession.context());
    try (SparkTasks tasks = SparkTasks.of(context.sc())) {
      assertThatThrownBy(() -> context.parallelize(List.of(0, 1), 2).foreach(SparkTasksTest::work))
          .hasMessageContaining("no");
      assertThat(WRITTEN.get()).as("it runs on when its job has failed").isZero();
      assertThat(tasks.stop()).isTrue();
      assertThat(WRITTEN.get()).isEqualTo(BEGUN.get()).isEqualTo(1);
    }
    assertThat(context.parallelize(List.of(1, 2), 2).count()).as("the session goes on").isEqualTo(2);
  }

  @Test
  void theJobsOfAnotherRunContinueWhenOneIsStopped() {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(SparkTestSession.context());
    JavaFutureAction<Long> other = context.parallelize(List.of(1, 2, 3), 3).map(SparkTasksTest::slow).countAsync();
    try (SparkTasks tasks = SparkTasks.of(context.sc())) {
      JavaFutureAction<Long> own = context.parallelize(List.of(1, 2, 3), 3).map(SparkTasksTest::slow).countAsync();
      assertThat(tasks.stop()).isTrue();
      assertThatThrownBy(own::get).hasStackTraceContaining("cancelled");
    }
    assertThat(other).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(3L);
  }

  private static int slow(int task) {
    LockSupport.parkNanos(300_000_000L);
    return task;
  }

  @Test
  void theLastUseOfAContextStopsIt() {
    SparkContext kept = SparkTestSession.context();
    SparkContext used = SparkSessionFactory.context("footprints tests", "local[2]");
    SparkSessionFactory.close(used);
    assertThat(used).isSameAs(kept);
    assertThat(kept.isStopped()).as("this process still uses it").isFalse();
  }

  private static void work(int task) {
    if (task == 0) {
      while (BEGUN.get() == 0) {
        LockSupport.parkNanos(1_000_000);
      }
      throw new IllegalStateException("no");
    }
    BEGUN.incrementAndGet();
    long until = System.nanoTime() + 2_000_000_000L;
    while (System.nanoTime() < until) {
      LockSupport.parkNanos(10_000_000);
    }
    WRITTEN.incrementAndGet();
  }

  @Test
  void whatIsDoneTogetherIsOverWhenItFails() {
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    assertThatThrownBy(
            () ->
                ParallelTasks.map(
                    List.of(0, 1, 2, 3, 4, 5, 6, 7),
                    each -> {
                      if (each == 0) {
                        throw new IllegalStateException("no");
                      }
                      begun.incrementAndGet();
                      LockSupport.parkNanos(20_000_000);
                      return ended.incrementAndGet();
                    }))
        .hasMessage("no");
    assertThat(ended.get()).isEqualTo(begun.get());
    assertThat(ParallelTasks.map(List.of(1, 2, 3), each -> each * 2)).containsExactly(2, 4, 6);
  }
}
