package uk.footprints.table;

/** What a row of the table {@code revisions} is: a change of a figure, or another way to write that there is none. */
public enum RevisionKind {
  /** A figure became another. */
  CHANGED_FIGURE,
  /** A blank became 0: one file leaves out what another writes as nothing. */
  BLANK_TO_ZERO,
  /** A 0 became a blank. */
  ZERO_TO_BLANK,
  /** A figure where there was none. */
  NEW_FIGURE,
  /** No figure where there was one. */
  WITHDRAWN_FIGURE,
  /** The figures, or their absence, are the same; only how sure they are changed. */
  STATUS_ONLY;

  /** Of two values; not a number, or null, where there is none. */
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

  /** As tables have it. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
