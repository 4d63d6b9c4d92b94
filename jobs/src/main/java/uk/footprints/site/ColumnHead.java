package uk.footprints.site;

import java.util.Locale;

/**
 * The head of a column, and what the column is for the chart that is drawn of the table.
 *
 * @param text what it says
 * @param role for the chart
 * @param number whether it holds numbers
 */
public record ColumnHead(String text, Role role, boolean number) {

  /** What a column is for the chart. */
  enum Role {
    /** Nothing. */
    NONE,
    /** Names the rows along an axis. */
    LABEL,
    /** A line, bar or part of a bar. */
    SERIES,
    /** Lower end of an interval. */
    LOWER,
    /** Upper end. */
    UPPER,
    /** Chooses the rows that are shown: a choice above the chart. */
    FILTER
  }

  /** Whether it names its row. */
  public boolean named() {
    return role == Role.LABEL;
  }

  /** Whether the chart reads its numbers. */
  public boolean drawn() {
    return role == Role.SERIES || role == Role.LOWER || role == Role.UPPER;
  }

  /** As the script reads it. */
  public String roleWord() {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
