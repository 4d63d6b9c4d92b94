package uk.footprints.release;

import java.util.List;

/**
 * What a person or a check said of a release: kept in {@code held/} of the store, as long as the release is there.
 *
 * @param release its id
 * @param state {@code held}, {@code approved} or {@code rejected}
 * @param at when, UTC
 * @param by the account; empty when a check held it
 * @param why sentences
 */
public record ReviewDecision(String release, String state, String at, String by, List<String> why) {

  /** Waits for a person to look. */
  public static final String HELD = "held";
  /** A person looked and it became current. */
  public static final String APPROVED = "approved";
  /** A person looked and it never becomes current unless it is approved after all. */
  public static final String REJECTED = "rejected";
}
