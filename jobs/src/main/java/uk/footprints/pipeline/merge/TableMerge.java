package uk.footprints.pipeline.merge;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.table.Table;

/**
 * Chooses the current row of each key of a table that a dataset defines itself: a row of a publication before one of a
 * table derived from it, then the newest.
 */
final class TableMerge {

  private static final String DERIVED = RevisionStatus.DERIVED.id();

  private TableMerge() {}

  /** Receives the rows of a table in the order of its key. */
  interface Output {
    /** Receives the current row of a key. */
    void current(Object[] cells) throws IOException;

    /** Receives another row of the key, and the row that is current. */
    void superseded(Object[] cells, Object[] current) throws IOException;
  }

  /** Merges the rows of a table. */
  static void merge(Table table, List<Object[]> rows, Output output) throws IOException {
    Comparator<Object[]> key = key(table);
    Object[] current = null;
    for (Object[] cells : rows.stream().sorted(key.thenComparing(version(table))).toList()) {
      if (current != null && key.compare(current, cells) == 0) {
        output.superseded(cells, current);
      } else {
        current = cells;
        output.current(cells);
      }
    }
  }

  private static Comparator<Object[]> key(Table table) {
    int[] columns = table.key().stream().mapToInt(table::index).toArray();
    return (a, b) -> {
      for (int column : columns) {
        int difference = compare(a[column], b[column]);
        if (difference != 0) {
          return difference;
        }
      }
      return 0;
    };
  }

  private static Comparator<Object[]> version(Table table) {
    int status = table.index("revision_status");
    int published = table.index("published_on");
    int sha = table.index("source_sha256");
    Comparator<Object[]> derivedLast = Comparator.comparing(cells -> DERIVED.equals(cells[status]));
    return derivedLast
        .thenComparing((a, b) -> compare(b[published], a[published]))
        .thenComparing((a, b) -> compare(a[sha], b[sha]));
  }

  /** Compares two values of a column, which have one type; null comes first. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int compare(Object a, Object b) {
    if (a == null || b == null) {
      return a == b ? 0 : a == null ? -1 : 1;
    }
    return ((Comparable) a).compareTo(b);
  }
}
