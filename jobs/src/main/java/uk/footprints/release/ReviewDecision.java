package uk.footprints.release;

import java.util.List;

/**
 * The decision of a person or a check on a release. It is stored in {@code held/} as long as the release exists.
 *
 * @param release its id
 * @param state {@code held}, {@code approved} or {@code rejected}
 * @param at when, UTC
 * @param by the account; empty if a check held it
 * @param why the reasons, as sentences
 */
public record ReviewDecision(String release, String state, String at, String by, List<String> why) {

  /** The release waits for approval. */
  public static final String HELD = "held";
  /** A person approved the release, and it became current. */
  public static final String APPROVED = "approved";
  /** A person rejected the release; it becomes current only if it is approved after all. */
  public static final String REJECTED = "rejected";
}
