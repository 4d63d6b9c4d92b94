package uk.footprints.period;

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

  /** As tables have it: {@code financial_year}. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
