package uk.footprints.site;

import java.time.LocalDate;
import java.util.List;
import uk.footprints.catalogue.Tables;
import uk.footprints.table.Column;
import uk.footprints.table.TableExcerpt;

/** What pages show of a row of the table {@code source_files}. */
record SourceFileRow(
    String file, @Column(name = "sha256", value = "Its hash.") String sha256, String dataset, LocalDate periodStart,
    LocalDate periodEnd,
    LocalDate publishedOn, String state, RowCounts counts) {

  /** How the rows of a file were used. */
  record RowCounts(
      long rowsRead, long rowsTitles, long rowsNotes, long rowsTotals, long rowsRejected, long rowsNotRead,
      long rowsObserved, long figuresKept) {}

  private static final TableExcerpt<SourceFileRow> ALL = TableExcerpt.of(Tables.SOURCE_FILES, SourceFileRow.class);

  /** Returns the files that were read. */
  static List<SourceFileRow> listRead(SiteInput input) {
    return list(input, "read");
  }

  /** Returns the files that were set aside. */
  static List<SourceFileRow> listSetAside(SiteInput input) {
    return list(input, "set_aside");
  }

  private static List<SourceFileRow> list(SiteInput input, String state) {
    return input.rows(ALL).stream().filter(file -> file.state().equals(state)).toList();
  }
}
