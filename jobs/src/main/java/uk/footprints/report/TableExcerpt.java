package uk.footprints.report;

import java.util.List;

/**
 * Some columns of a published table that a report reads in addition to the indicators.
 *
 * @param table its name
 * @param columns the columns to read, in order
 */
public record TableExcerpt(String table, List<String> columns) {

  /** Creates an excerpt of some columns of a table. */
  public static TableExcerpt of(String table, String... columns) {
    return new TableExcerpt(table, List.of(columns));
  }
}
