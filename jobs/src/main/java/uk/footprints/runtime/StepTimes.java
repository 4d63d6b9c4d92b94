package uk.footprints.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects how long the steps of a run take. Steps may run side by side, so the times of a part's steps can add up to
 * more than the part took. Each time also goes to the log, at the level debug.
 */
public final class StepTimes {

  private static final Logger LOG = LoggerFactory.getLogger(StepTimes.class);
  private static final double NANOS_OF_SECOND = 1e9;
  private static final long NANOS_OF_MILLI = 1_000_000;

  private final Map<Key, Long> nanos = new LinkedHashMap<>();

  private record Key(String part, String step) {}

  /**
   * The time that a step took.
   *
   * @param part the part of the run to which the step belongs, such as {@code answer}
   * @param step what was done, such as {@code report spc, rows}
   * @param seconds seconds of wall clock; the sum where the step ran several times
   */
  public record Step(String part, String step, double seconds) {}

  /** Work that returns a value and is timed. */
  public interface Work<T, E extends Exception> {
    /** Does the work. */
    T get() throws E;
  }

  /** Does a step, and adds the time that it took also where it fails. */
  public <T, E extends Exception> T during(String part, String step, Work<T, E> work) throws E {
    long began = System.nanoTime();
    try {
      return work.get();
    } finally {
      add(part, step, System.nanoTime() - began);
    }
  }

  /** Adds the time of a step, in nanoseconds. */
  public void add(String part, String step, long took) {
    LOG.debug("{}: {} took {} ms", part, step, took / NANOS_OF_MILLI);
    synchronized (nanos) {
      nanos.merge(new Key(part, step), took, Long::sum);
    }
  }

  /** Starts to time steps of a part that follow each other: each begins where the one before ends. */
  public Sequence sequence(String part) {
    return new Sequence(this, part);
  }

  /** Returns the steps in the order in which they first ended. */
  public List<Step> list() {
    List<Step> steps = new ArrayList<>();
    synchronized (nanos) {
      nanos.forEach((key, took) -> steps.add(new Step(key.part(), key.step(), took / NANOS_OF_SECOND)));
    }
    return steps;
  }

  /** Times steps that follow each other on one thread. */
  public static final class Sequence {

    private final StepTimes times;
    private final String part;
    private long began = System.nanoTime();

    private Sequence(StepTimes times, String part) {
      this.times = times;
      this.part = part;
    }

    /** Ends a step; the next one begins. */
    public void ended(String step) {
      long now = System.nanoTime();
      times.add(part, step, now - began);
      began = now;
    }
  }
}
