package uk.footprints.release;

import java.time.Instant;
import java.util.Set;

/**
 * A release of a store and its state.
 *
 * @param id the name of its folder
 * @param state whether readers see it, saw it or may see it
 * @param before the release that was current when it was made; empty for the first
 * @param madeAt by the clock of the run that made it; null if it is unfinished
 * @param publishedAt when it became current; null if it never did
 * @param files how many files the manifest lists
 * @param inputs SHA-256 of the archived files that it was made from
 * @param decision the decision on it; null if there is none
 */
public record ReleaseInfo(
    String id, State state, String before, Instant madeAt, Instant publishedAt, int files, Set<String> inputs,
    ReviewDecision decision) {

  /** Whether readers see a release, saw it or may see it. */
  public enum State {
    /** The release that readers see. */
    CURRENT,
    /** A release that readers saw before. */
    EARLIER,
    /** Complete, and waiting for approval. */
    HELD,
    /** Reviewed and rejected. */
    REJECTED,
    /** Left by an interrupted run; readers have never seen it. */
    UNFINISHED;

    /** Returns the name of the state in tables. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
