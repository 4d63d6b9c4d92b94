package uk.footprints.transform;

import java.util.Locale;

/** How sure a published cell is. Missing is not zero, and suppressed is not missing. */
public enum CellStatus {
  /** A number was published. */
  REPORTED,
  /** A number was withheld because it is small. */
  SUPPRESSED,
  /** There is nothing to count here. */
  NOT_APPLICABLE,
  /** Nothing came, or what came as zero cannot be one. */
  MISSING;

  /** As tables have it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
