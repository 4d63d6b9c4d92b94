package uk.footprints.runtime;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The time in the ids of runs and releases, such as {@code 20260101T120000Z}: UTC, in seconds, sorted as text. */
public final class IdTime {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private IdTime() {}

  /** Returns the time as text. */
  public static String of(Instant time) {
    return FORMAT.format(time);
  }

  /** Returns the time at the beginning of an id; throws DateTimeParseException when it does not begin with one. */
  public static Instant parse(String id) {
    return FORMAT.parse(id.split("-", 2)[0], Instant::from);
  }
}
