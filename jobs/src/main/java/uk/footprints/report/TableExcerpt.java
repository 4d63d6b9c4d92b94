package uk.footprints.report;

import java.util.List;

/**
 * Some columns of a published table that a report reads beside the answers.
 *
 * @param table its name
 * @param columns those wanted, in order
 */
public record TableExcerpt(String table, List<String> columns) {

  /** Columns of a table. */
  public static TableExcerpt of(String table, String... columns) {
    return new TableExcerpt(table, List.of(columns));
  }
}
