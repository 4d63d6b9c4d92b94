package uk.footprints.release;

import java.time.Instant;
import java.util.Set;

/**
 * A release of a store, as it stands.
 *
 * @param id its folder
 * @param state what it is to readers
 * @param before the release that was current when it was made; empty for the first
 * @param madeAt by the clock of the run that made it; null when it is unfinished
 * @param publishedAt when it became current; null when it never did
 * @param files how many the manifest lists
 * @param inputs SHA-256 of the archived files that it was made of
 * @param standing what was said of it; null when nothing was
 */
public record ReleaseInfo(
    String id, State state, String before, Instant madeAt, Instant publishedAt, int files, Set<String> inputs,
    ReviewDecision standing) {

  /** What a release is to readers. */
  public enum State {
    /** The one that readers see. */
    CURRENT,
    /** One that readers saw before. */
    EARLIER,
    /** Whole, and waiting for a person to look. */
    HELD,
    /** Looked at, and refused. */
    REJECTED,
    /** Left by a run that was cut off: nobody has seen it. */
    UNFINISHED;

    /** As tables have it. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
