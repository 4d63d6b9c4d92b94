package uk.footprints.finding;

/** What a finding does to the run. */
public enum Severity {
  /** Worth knowing; nothing is held. */
  NOTE,
  /** Probably wrong; published, and said. */
  WARNING,
  /** A row or a cell was refused. */
  REJECT,
  /** A file was set aside; the rest goes on, and the run ends with 4. */
  SET_ASIDE,
  /** The release is refused; what was published before stays. */
  HOLD;

  /** As tables have it. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
