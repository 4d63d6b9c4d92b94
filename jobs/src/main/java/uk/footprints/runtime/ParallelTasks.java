package uk.footprints.runtime;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Runs work on all cores of this machine and returns only when all of it has ended. A parallel stream does not: where
 * one piece fails, it fails at once, and the others continue and write.
 */
public final class ParallelTasks {

  private ParallelTasks() {}

  /** Returns the results in order; throws the first failure once no piece runs any more. */
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
