package uk.footprints.report;

import java.util.List;
import uk.footprints.catalogue.Reports;
import uk.footprints.table.Table;
import uk.footprints.table.TableData;

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

  /** Returns what the report answers, with which table, and what it reads. */
  ReportHead<R> head();

  /** Returns the table that the report fills. */
  default Table table() {
    return head().table().table();
  }

  /** Returns the id, which is the name of its table. */
  default String id() {
    return table().name();
  }

  /** Returns the question, in one sentence. */
  default String question() {
    return head().question();
  }

  /** Computes the rows of the table. */
  List<R> rows(Evidence evidence);

  /** Computes the table with its rows. */
  default TableData data(Evidence evidence) {
    return head().table().data(rows(evidence));
  }
}
