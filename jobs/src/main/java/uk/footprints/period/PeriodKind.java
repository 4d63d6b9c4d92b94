package uk.footprints.period;

import java.util.Locale;

/** How long a period is; written in tables in lower case. */
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

  /** As tables have it: {@code financial_year}. */
  public String id() {
    return id;
  }
}
