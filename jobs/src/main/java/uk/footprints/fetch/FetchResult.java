package uk.footprints.fetch;

import java.util.Locale;

/**
 * Result of fetching one link.
 *
 * @param kind the kind of result
 * @param dataset the dataset for which it was requested
 * @param address address of the file or page
 * @param name name of the file; the last part of the address for a page
 * @param bytes number of bytes written; 0 when none
 * @param why the reason, one sentence
 */
public record FetchResult(Kind kind, String dataset, String address, String name, long bytes, String why) {

  /** The kinds of results. */
  public enum Kind {
    /** Fetched for the first time. */
    NEW,
    /** Fetched before and unchanged. */
    SAME,
    /** Fetched before with other bytes: another vintage; both are kept. */
    CHANGED,
    /** No longer published. The fetched file is kept. */
    GONE,
    /** Not fetched: on another host, too large, or not a table. */
    REFUSED,
    /** Could not be downloaded after repeated attempts. */
    FAILED,
    /** Ignored address of a list: no dataset reads it, or the list has it twice. */
    LEFT,
    /** A landing page that links no file of the dataset: its structure may have changed. */
    EMPTY,
    /** Would be requested without {@code --dry-run}. */
    WANTED;

    /** Returns the word that is printed. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a person should check the link. */
    public boolean needsAttention() {
      return this == REFUSED || this == FAILED || this == EMPTY;
    }
  }
}
