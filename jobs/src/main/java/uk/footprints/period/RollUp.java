package uk.footprints.period;

import java.util.Locale;

/**
 * How figures of short periods become the figure of a longer one: days to months, quarters and years. The catalogue
 * declares the rule of every measure; observations themselves stay as they were published.
 */
public enum RollUp {
  /** Events: the figure of the longer period is the sum. */
  SUM,
  /** Averages and daily numbers, such as beds: the mean over the days for which there are figures. */
  MEAN,
  /** A number at the end of a period, such as a waiting list: the last of them. */
  LAST;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** Returns the name of the rule in tables, such as {@code mean}. */
  public String id() {
    return id;
  }
}
