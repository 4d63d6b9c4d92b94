package uk.footprints.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of excerpts of several tables. */
public final class ExcerptRows {

  /** No rows. */
  public static final ExcerptRows NONE = new ExcerptRows(Map.of());

  private final Map<TableExcerpt<?>, List<?>> rows;

  private ExcerptRows(Map<TableExcerpt<?>, List<?>> rows) {
    this.rows = rows;
  }

  /** Returns these rows and some of another excerpt; rows that are already there stay first. */
  public <R extends Record> ExcerptRows with(TableExcerpt<R> excerpt, List<R> more) {
    Map<TableExcerpt<?>, List<?>> all = new LinkedHashMap<>(rows);
    List<R> own = new ArrayList<>(of(excerpt));
    own.addAll(more);
    all.put(excerpt, own);
    return new ExcerptRows(all);
  }

  /** Returns the rows of an excerpt; none if there are none. */
  @SuppressWarnings("unchecked") // with() puts rows of the excerpt's type only
  public <R extends Record> List<R> of(TableExcerpt<R> excerpt) {
    return (List<R>) rows.getOrDefault(excerpt, List.of());
  }

  /** Returns whether there is a row of a table. */
  public boolean has(String table) {
    return rows.entrySet().stream().anyMatch(e -> e.getKey().table().name().equals(table) && !e.getValue().isEmpty());
  }
}
