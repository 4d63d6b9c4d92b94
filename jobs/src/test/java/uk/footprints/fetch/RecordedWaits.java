package uk.footprints.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.footprints.runtime.Clock;

/** A clock that does not wait: it writes down how long, and the time passes at once. */
public final class RecordedWaits implements Clock {

  private Instant now = Instant.parse("2025-11-20T09:00:00Z");
  private final List<Duration> pauses = new ArrayList<>();

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void pause(Duration time) {
    pauses.add(time);
    now = now.plus(time);
  }

  public void passes(Duration time) {
    now = now.plus(time);
  }

  public List<Duration> pauses() {
    return pauses;
  }
}
