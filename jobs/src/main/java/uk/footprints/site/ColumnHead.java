package uk.footprints.site;

import java.util.Locale;

/**
 * The heading of a column, and the role of the column in the chart of its table.
 *
 * @param text the heading
 * @param role what the chart uses the column for
 * @param number whether it holds numbers
 */
public record ColumnHead(String text, Role role, boolean number) {

  /** What the chart uses a column for. */
  enum Role {
    /** The chart does not use the column. */
    NONE,
    /** Names the rows along an axis. */
    LABEL,
    /** A line, bar or part of a bar. */
    SERIES,
    /** The lower end of an interval. */
    LOWER,
    /** The upper end of an interval. */
    UPPER,
    /** Chooses the rows that are shown: a choice above the chart. */
    FILTER,
    /** Marks the rows in which recording changes: the chart shades them. */
    RECORDING,
    /** Names the region of the row, by which a reader narrows the table. */
    REGION
  }

  /** Whether the column names its row. */
  public boolean named() {
    return role == Role.LABEL;
  }

  /** Whether the chart reads the numbers of the column. */
  public boolean drawn() {
    return role == Role.SERIES || role == Role.LOWER || role == Role.UPPER;
  }

  /** Returns the role as the script reads it. */
  public String roleWord() {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
