package uk.footprints.runtime;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Work on all cores of this machine that is over when it ends. A parallel stream is not: where one of its pieces fails,
 * it fails at once, and the others run on and write.
 */
public final class ParallelTasks {

  private ParallelTasks() {}

  /** What comes of each, in their order; the first failure once nothing is at work any more. */
  public static <T, R> List<R> map(List<T> all, Function<T, R> work) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    List<R> done =
        all.parallelStream().map(each -> failure.get() == null ? attempt(each, work, failure) : null).toList();
    if (failure.get() instanceof RuntimeException e) {
      throw e;
    }
    if (failure.get() instanceof Error e) {
      throw e;
    }
    return done.stream().map(Objects::requireNonNull).toList();
  }

  private static <T, R> R attempt(T each, Function<T, R> work, AtomicReference<Throwable> failure) {
    try {
      return work.apply(each);
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
      return null;
    }
  }
}
