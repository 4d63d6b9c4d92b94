package uk.footprints.period;

import java.util.Locale;

/** The length of a period; tables have its name in lower case. */
public enum PeriodKind {
  DAY,
  WEEK,
  MONTH,
  QUARTER,
  FINANCIAL_YEAR,
  YEAR,
  /** A single day on which something was counted, such as a mid-year population. */
  POINT;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** Returns the name of the kind in tables, such as {@code financial_year}. */
  public String id() {
    return id;
  }
}
