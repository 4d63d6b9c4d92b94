package uk.footprints.finding;

/** The effect of a finding on the run. */
public enum Severity {
  /** Worth knowing; without effect on the release. */
  NOTE,
  /** Probably wrong; published, with the finding. */
  WARNING,
  /** A row or a cell was rejected. */
  REJECT,
  /** So much of a file was rejected that the run, which published the rest, ends with exit code 4. */
  INCOMPLETE,
  /** A file was set aside; the run continues with the others, and ends with exit code 4. */
  SET_ASIDE,
  /** The release needs approval; the previous release stays published. */
  HOLD;

  /** Returns the word that tables use. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
