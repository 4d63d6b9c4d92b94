package uk.footprints.report;

import java.util.List;
import uk.footprints.catalogue.Reports;
import uk.footprints.table.Table;

/**
 * A question answered from published tables: a table of its own. Adding one is a class of this kind and a line in
 * {@link Reports}.
 */
public interface Report {

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

  /** As on the command line: the name of its table. */
  default String id() {
    return table().name();
  }

  /** What it answers, in one sentence. */
  String question();

  /** The table that it fills. */
  Table table();

  /** The measures whose figures it reads itself, beside those of the indicators. */
  default List<Need> needs() {
    return List.of();
  }

  /** Other published tables that it reads. */
  default List<TableExcerpt> reads() {
    return List.of();
  }

  /** The geographies that it speaks of, whatever is asked. */
  default List<String> geographies() {
    return List.of();
  }

  /** Whether it looks at the map. */
  default boolean mapped() {
    return false;
  }

  /** Its rows. */
  List<Object[]> rows(Evidence evidence);
}
