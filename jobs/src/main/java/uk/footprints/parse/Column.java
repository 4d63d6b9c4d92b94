package uk.footprints.parse;

import java.util.Arrays;
import java.util.List;

/**
 * A column of a layout: what it is to us, and how it has been headed.
 *
 * @param role what it is
 * @param name for a measure its id, for a field the table's column; otherwise the role's name
 * @param headings as published; the first is the one to show
 * @param keys the same, for comparison
 * @param required whether the layout needs it
 */
public record Column(Role role, String name, List<String> headings, List<String> keys, boolean required) {

  /** What a column is. */
  public enum Role {
    /** A financial year, {@code 2016-17}. */
    YEAR,
    /** A month's name, or the name of a quarter's last month. */
    PERIOD,
    /** A date. */
    DATE,
    /** What the organisation belongs to; kept in the parsed rows, not used for areas. */
    PARENT,
    /** The organisation's ODS code. */
    ORG_CODE,
    /** The organisation's name. */
    ORG_NAME,
    /** A figure. */
    MEASURE,
    /** A word that completes the ids of the measures of its row, as a type of department does. */
    KEY,
    /** A text or a figure that a table of its own keeps under the column's name. */
    FIELD,
    /** Known and left alone. */
    IGNORED
  }

  /** A column for a role. */
  public static Column of(Role role, String... headings) {
    return new Column(role, role.name(), List.of(headings), keys(headings), true);
  }

  /** A column for a measure. */
  public static Column measure(String id, String... headings) {
    return new Column(Role.MEASURE, id, List.of(headings), keys(headings), true);
  }

  /** A column that a table of its own keeps under this name. */
  public static Column field(String name, String... headings) {
    return new Column(Role.FIELD, name, List.of(headings), keys(headings), true);
  }

  /** A column that may be there and is left alone. */
  public static Column ignored(String... headings) {
    return new Column(Role.IGNORED, "", List.of(headings), keys(headings), false);
  }

  /** The same column, not required. */
  public Column optional() {
    return new Column(role, name, headings, keys, false);
  }

  boolean headed(String key) {
    return keys.contains(key);
  }

  /** The same, where a long heading may have one letter wrong. */
  boolean nearlyHeaded(String key) {
    return keys.contains(key) || keys.stream().anyMatch(k -> Texts.isSlip(k, key));
  }

  private static List<String> keys(String... headings) {
    return Arrays.stream(headings).map(Texts::key).toList();
  }
}
