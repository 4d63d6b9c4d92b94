package uk.footprints.records.episode;

import java.util.Locale;

/** Why a row was set aside. A row has one reason: the first of these that applies. */
public enum RejectReason {
  /** Fewer cells than the heading has. */
  SHORT_ROW,
  /** More cells than the heading has. */
  LONG_ROW,
  /** No episode key. */
  MISSING_EPIKEY,
  /** No person key. */
  MISSING_PERSON,
  /** Text where a whole number should be. */
  UNREADABLE_NUMBER,
  /** A text longer than 255 bytes in a field of codes. */
  UNREADABLE_TEXT,
  /**
   * No day of the calendar, or later than 2100. Days before 1900 mean an unknown date
   * and are not rejected.
   */
  IMPOSSIBLE_DATE,
  /** An episode that ends before it starts or before its admission, or a discharge before the admission. */
  REVERSED_DATES;

  /** Returns the name of the reason in tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
