package uk.footprints.transform;

import java.util.Locale;

/** The status of a published cell. Missing is not zero, and suppressed is not missing. */
public enum CellStatus {
  /** A number was published. */
  REPORTED,
  /** A number was withheld because it is small. */
  SUPPRESSED,
  /** There is nothing to count here. */
  NOT_APPLICABLE,
  /** No figure was published, or a zero was published that cannot be right. */
  MISSING,
  /** Something was published that is no figure, so that the figure is unknown. */
  REJECTED;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** Returns the word that tables use. */
  public String id() {
    return id;
  }
}
