package uk.footprints.table;

import java.io.Serializable;
import java.util.List;

/**
 * A published table: what one row is, its columns, and the columns that name a row.
 *
 * @param name as a folder and as a view
 * @param row what one row is
 * @param key the columns that together name a row; empty where nothing does
 * @param fields the columns, in order
 */
public record Table(String name, String row, List<String> key, List<Field> fields) implements Serializable {

  /** Whether it has a column of that name. */
  public boolean has(String field) {
    return fields.stream().anyMatch(f -> f.name().equals(field));
  }

  /** The place of a column. */
  public int index(String field) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(field)) {
        return i;
      }
    }
    throw new IllegalArgumentException(name + " has no column " + field);
  }
}
