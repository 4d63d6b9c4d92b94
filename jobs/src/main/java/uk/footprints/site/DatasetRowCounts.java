package uk.footprints.site;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.site.SourceFileRow.RowCounts;

/**
 * Counts how the rows of a dataset's files were used.
 *
 * @param dataset its id
 * @param files how many were read
 * @param counts rows read, and where they went
 */
record DatasetRowCounts(String dataset, long files, RowCounts counts) {

  /** Adds up the files that were read. */
  static List<DatasetRowCounts> list(SiteInput input) {
    Map<String, DatasetRowCounts> sums = new TreeMap<>();
    for (SourceFileRow file : SourceFileRow.listRead(input)) {
      DatasetRowCounts one = new DatasetRowCounts(file.dataset(), 1, file.counts());
      sums.merge(one.dataset(), one, DatasetRowCounts::plus);
    }
    return List.copyOf(sums.values());
  }

  private DatasetRowCounts plus(DatasetRowCounts other) {
    RowCounts a = counts;
    RowCounts b = other.counts;
    return new DatasetRowCounts(
        dataset,
        files + other.files,
        new RowCounts(
            a.rowsRead() + b.rowsRead(), a.rowsTitles() + b.rowsTitles(), a.rowsNotes() + b.rowsNotes(),
            a.rowsTotals() + b.rowsTotals(), a.rowsRejected() + b.rowsRejected(),
            a.rowsNotRead() + b.rowsNotRead(), a.rowsObserved() + b.rowsObserved(),
            a.figuresKept() + b.figuresKept()));
  }

  /** Whether every row is accounted for. */
  boolean balances() {
    long used = counts.rowsTitles() + counts.rowsNotes() + counts.rowsTotals() + counts.rowsRejected();
    return counts.rowsRead() == used + counts.rowsNotRead() + counts.rowsObserved();
  }
}
