package uk.footprints.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A published table: what one row is, its columns, and its key.
 *
 * @param name the name of its folder and of its view in SQL
 * @param row what one row is
 * @param key the columns that together identify a row; empty if none do
 * @param fields the columns, in order
 */
public record Table(String name, String row, List<String> key, List<Field> fields) implements Serializable {

  /** Returns whether the table has a column of that name. */
  public boolean has(String field) {
    return find(field) >= 0;
  }

  /** Returns a table that a dataset fills: its own columns, then the source of each row. */
  public static Table published(String name, String row, List<String> key, Field... fields) {
    List<Field> all = new ArrayList<>(List.of(fields));
    all.add(Field.date("published_on", "Day of publication; an estimate where the release says so."));
    all.add(Field.key("revision_status", "provisional, revised or derived."));
    all.add(Field.key("source_sha256", "SHA-256 of the file; its path is in source_files."));
    all.add(Field.text("source_sheet", "Sheet; empty for text files."));
    all.add(Field.whole("source_row", "Row, as a spreadsheet counts.", "row"));
    return new Table(name, row, key, List.copyOf(all));
  }

  /** Returns the table with some of its columns, and without a key. */
  public Table only(List<String> columns) {
    return new Table(name, row, List.of(), columns.stream().map(column -> fields.get(index(column))).toList());
  }

  /** Returns the position of a column. */
  public int index(String field) {
    int place = find(field);
    if (place < 0) {
      throw new IllegalArgumentException(name + " has no column " + field);
    }
    return place;
  }

  /** Returns a column; throws IllegalArgumentException if the table has no such column. */
  public TableColumn<?> column(String field) {
    return TableColumn.of(this, field);
  }

  /** Returns a column; throws IllegalArgumentException if it is absent or has values of another type. */
  public <T> TableColumn<T> column(String field, Class<T> type) {
    return TableColumn.of(this, field, type);
  }

  /** Returns the columns of the key. */
  public List<TableColumn<?>> keyColumns() {
    return key.stream().<TableColumn<?>>map(this::column).toList();
  }

  /** Returns the position of a column; -1 where the table has no such column. */
  int find(String field) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(field)) {
        return i;
      }
    }
    return -1;
  }
}
