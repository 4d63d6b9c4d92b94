package uk.footprints.run;

import java.time.Instant;

/** The time of day; only jobs ask, and tests give their own. */
@FunctionalInterface
public interface Clock {

  /** Now. */
  Instant now();

  /** The machine's clock. */
  static Clock system() {
    return Instant::now;
  }
}
