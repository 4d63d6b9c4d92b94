package uk.footprints.table;

/** The kind of a row of the table {@code revisions}: a changed figure, or another notation for a missing figure. */
public enum RevisionKind {
  /** A figure changed. */
  CHANGED_FIGURE,
  /** A blank became 0: one file leaves out what another writes as 0. */
  BLANK_TO_ZERO,
  /** A 0 became a blank. */
  ZERO_TO_BLANK,
  /** There is a figure where there was none. */
  NEW_FIGURE,
  /** There is no figure where there was one. */
  WITHDRAWN_FIGURE,
  /** The figures, or their absence, are the same; only the revision status changed. */
  STATUS_ONLY;

  /** Returns the kind for two values; NaN or null means that there is none. */
  public static RevisionKind of(Double before, Double after) {
    boolean old = before != null && !before.isNaN();
    boolean fresh = after != null && !after.isNaN();
    if (old && fresh) {
      return before.doubleValue() == after.doubleValue() ? STATUS_ONLY : CHANGED_FIGURE;
    }
    if (old) {
      return before == 0 ? ZERO_TO_BLANK : WITHDRAWN_FIGURE;
    }
    return fresh ? after == 0 ? BLANK_TO_ZERO : NEW_FIGURE : STATUS_ONLY;
  }

  /** Returns the name of the kind in tables. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
