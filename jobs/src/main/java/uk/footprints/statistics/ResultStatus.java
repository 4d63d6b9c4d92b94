package uk.footprints.statistics;

import java.util.Locale;

/** Whether a result has a value and, if not, what kind of reason there is. */
public enum ResultStatus {
  /** There is a value: every number of the row exists. */
  OK,
  /** A number it needs was not given. */
  MISSING,
  /** Too few events to show, or a number it needs was withheld by the publisher. */
  SUPPRESSED,
  /**
   * The method has no answer for these numbers, or lacks a part of it: a population of 0, a series that is too short,
   * one value without limits. Numbers that exist are shown.
   */
  NOT_APPLICABLE;

  /** Returns the text in tables, in lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
