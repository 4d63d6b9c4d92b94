package uk.footprints.site;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.table.TableData;

/**
 * Counts how the rows of a dataset's files were used.
 *
 * @param dataset its id
 * @param files how many were read
 * @param counts rows read, and where they went: titles, notes, totals, rejected, not read, observed; then figures
 */
public record DatasetRowCounts(String dataset, long files, List<Long> counts) {

  /** The columns of {@code source_files} that are added up, in the order of {@link #counts()}. */
  static final List<String> COLUMNS =
      List.of(
          "rows_read", "rows_titles", "rows_notes", "rows_totals", "rows_rejected", "rows_not_read", "rows_observed",
          "figures_kept");

  /** Adds up the files that were read, from rows of the table {@code source_files}. */
  static List<DatasetRowCounts> list(TableData releases) {
    Map<String, DatasetRowCounts> sums = new TreeMap<>();
    for (Object[] row : releases.rows()) {
      if (releases.text(row, "state").equals("read")) {
        List<Long> counts = COLUMNS.stream().map(column -> releases.whole(row, column)).toList();
        DatasetRowCounts one = new DatasetRowCounts(releases.text(row, "dataset"), 1, counts);
        sums.merge(one.dataset(), one, DatasetRowCounts::plus);
      }
    }
    return List.copyOf(sums.values());
  }

  /** Counts the files that were set aside. */
  static long setAside(TableData releases) {
    return releases.rows().stream().filter(row -> releases.text(row, "state").equals("set_aside")).count();
  }

  private DatasetRowCounts plus(DatasetRowCounts other) {
    List<Long> sums = new java.util.ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      sums.add(counts.get(i) + other.counts.get(i));
    }
    return new DatasetRowCounts(dataset, files + other.files, List.copyOf(sums));
  }

  /** Returns a count with commas. */
  public String shown(int index) {
    return Amount.whole(counts.get(index));
  }

  /** Whether every row is accounted for. */
  public boolean balances() {
    return counts.get(0) == counts.subList(1, 7).stream().mapToLong(Long::longValue).sum();
  }
}
