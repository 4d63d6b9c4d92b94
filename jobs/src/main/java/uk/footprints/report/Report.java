package uk.footprints.report;

import java.util.List;
import uk.footprints.indicator.Wanted;
import uk.footprints.table.Table;

/**
 * A question answered from published tables: a table of its own. Adding one is a class of this kind and a line in
 * {@link uk.footprints.catalogue.Reports}.
 */
public interface Report {

  /** As on the command line. */
  String id();

  /** What it answers, in one sentence. */
  String question();

  /** The table that it fills. */
  Table table();

  /** Figures of organisations that it needs beside those of the indicators. */
  default List<Wanted> wants() {
    return List.of();
  }

  /** Other tables that it reads. */
  default List<Excerpt> reads() {
    return List.of();
  }

  /** Its rows. */
  List<Object[]> rows(Evidence evidence);
}
