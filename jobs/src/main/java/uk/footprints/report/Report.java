package uk.footprints.report;

import java.util.List;
import uk.footprints.catalogue.Reports;
import uk.footprints.table.RecordTable;
import uk.footprints.table.Table;
import uk.footprints.table.TableData;
import uk.footprints.table.TableExcerpt;

/**
 * Answers a question from published tables as a table. To add a report, write a class that implements this interface
 * and add a line to {@link Reports}.
 *
 * @param <R> the type of a row of the table
 */
public interface Report<R extends Record> {

  /**
   * A measure of a dataset.
   *
   * @param dataset its id
   * @param measure its id
   */
  record Need(String dataset, String measure) implements Comparable<Need> {
    @Override
    public int compareTo(Need other) {
      return (dataset + " " + measure).compareTo(other.dataset + " " + other.measure);
    }
  }

  /** Returns the id, which is the name of its table. */
  default String id() {
    return table().name();
  }

  /** Returns the question, in one sentence. */
  String question();

  /** Returns the table that the report fills, with the type of its rows. */
  RecordTable<R> recordTable();

  /** Returns the table that the report fills. */
  default Table table() {
    return recordTable().table();
  }

  /** Returns the measures that it reads in addition to those of the indicators. */
  default List<Need> needs() {
    return List.of();
  }

  /** Returns the other published tables that it reads. */
  default List<TableExcerpt<?>> reads() {
    return List.of();
  }

  /** Returns the geographies that it needs in addition to the chosen ones. */
  default List<String> geographies() {
    return List.of();
  }

  /** Returns whether it needs the map. */
  default boolean mapped() {
    return false;
  }

  /** Computes the rows of the table. */
  List<R> rows(Evidence evidence);

  /** Computes the table with its rows. */
  default TableData data(Evidence evidence) {
    return recordTable().data(rows(evidence));
  }
}
