package uk.footprints.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Runs work on all cores of this machine and returns only when all of it has ended. A parallel stream does not: where
 * one piece fails, it fails at once, and the others continue and write. A stream also divides the pieces among the
 * cores beforehand, so that one core has all the long ones; here each core takes the next piece when it is free.
 *
 * <p>The calling thread works too, and other threads exist only during the call.
 */
public final class ParallelTasks {

  private ParallelTasks() {}

  /**
   * Returns the results in order; throws the first failure once no piece runs any more.
   *
   * @param all the pieces; they begin in this order, so that long ones should come first
   */
  public static <T, R> List<R> map(List<T> all, Function<? super T, ? extends R> work) {
    Queue<T, R> queue = new Queue<>(all, work);
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < Math.min(Runtime.getRuntime().availableProcessors(), all.size()); i++) {
      Thread other = new Thread(queue, "parallel-" + i);
      other.setDaemon(true);
      other.start();
      others.add(other);
    }
    queue.run();
    others.forEach(ParallelTasks::await);
    return queue.results();
  }

  /** Waits until a thread has ended, also when this one is interrupted meanwhile. */
  private static void await(Thread other) {
    boolean interrupted = false;
    while (other.isAlive()) {
      try {
        other.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The pieces, of which each thread takes the next. */
  private static final class Queue<T, R> implements Runnable {

    private final List<T> all;
    private final Function<? super T, ? extends R> work;
    private final List<R> done;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Queue(List<T> all, Function<? super T, ? extends R> work) {
      this.all = all;
      this.work = work;
      this.done = new ArrayList<>(Collections.nCopies(all.size(), null));
    }

    @Override
    public void run() {
      for (int i = next.getAndIncrement(); i < all.size() && failure.get() == null; i = next.getAndIncrement()) {
        try {
          // Each place is set by one thread, and read once that has ended.
          done.set(i, work.apply(all.get(i)));
        } catch (RuntimeException | Error e) {
          failure.compareAndSet(null, e);
        }
      }
    }

    List<R> results() {
      if (failure.get() instanceof RuntimeException e) {
        throw e;
      }
      if (failure.get() instanceof Error e) {
        throw e;
      }
      return done.stream().map(Objects::requireNonNull).toList();
    }
  }
}
