package uk.footprints.runtime;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;

/** Provides the time and waits. Only commands use it, and tests pass their own. */
@FunctionalInterface
public interface Clock {

  /** Returns the current time. */
  Instant now();

  /** Waits for a duration. */
  default void pause(Duration time) throws InterruptedIOException {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /** Returns the machine's clock. */
  static Clock system() {
    return Instant::now;
  }
}
