package uk.footprints.runtime;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;

/** The time of day, and waiting for it to pass; only jobs ask, and tests give their own. */
@FunctionalInterface
public interface Clock {

  /** Now. */
  Instant now();

  /** Waits. */
  default void pause(Duration time) throws InterruptedIOException {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /** The machine's clock. */
  static Clock system() {
    return Instant::now;
  }
}
