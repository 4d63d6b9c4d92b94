package uk.footprints.fetch;

import java.util.Locale;

/**
 * What became of one link.
 *
 * @param kind in a word
 * @param dataset for which it was asked
 * @param address of the file or page
 * @param name of the file; the address's last part for a page
 * @param bytes that were written; 0 when none
 * @param why one sentence
 */
public record FetchResult(Kind kind, String dataset, String address, String name, long bytes, String why) {

  /** What can become of a link. */
  public enum Kind {
    /** Not had before. */
    NEW,
    /** Had before, and unchanged. */
    SAME,
    /** Had before with other bytes: another vintage, both of which are kept. */
    CHANGED,
    /** No longer there. What was fetched is kept. */
    GONE,
    /** Not taken: elsewhere, too large, or not what was expected. */
    REFUSED,
    /** Not to be had, though it was tried again. */
    FAILED,
    /** In a list of addresses, and not asked for: no dataset reads it, or it is there twice. */
    LEFT,
    /** A landing page that was read and links no file of the dataset: it may have changed its shape. */
    EMPTY,
    /** With {@code --dry-run}: would be asked for. */
    WANTED;

    /** As it is printed. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody should look at it. */
    public boolean held() {
      return this == REFUSED || this == FAILED || this == EMPTY;
    }
  }
}
