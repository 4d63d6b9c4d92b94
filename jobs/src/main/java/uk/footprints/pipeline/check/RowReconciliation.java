package uk.footprints.pipeline.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.catalogue.Tables;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;
import uk.footprints.finding.Severity;
import uk.footprints.pipeline.merge.PartitionResult;
import uk.footprints.pipeline.merge.WrittenRows;
import uk.footprints.pipeline.merge.RowOverlap;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.pipeline.read.RowSource;
import uk.footprints.release.Release;
import uk.footprints.table.Table;
import uk.footprints.transform.RowAccounting;

/**
 * Compares what was read with what was written: each file by sheet and table, and each table with its stored files. A
 * difference holds the release. Rows that another file supersedes are named.
 */
public final class RowReconciliation {

  /** A file that has less than this share of its rows in common with another is no new version of it. */
  private static final double NEW_VERSION = 0.5;

  private final Map<String, FileResult> files = new HashMap<>();
  private final PartitionResult merged;
  private final List<Finding> findings = new ArrayList<>();

  private RowReconciliation(List<FileResult> outcomes, PartitionResult merged) {
    outcomes.stream().filter(FileResult::isRead).forEach(file -> files.put(file.sha256(), file));
    this.merged = merged;
  }

  /** Returns a finding for each difference, and for the rows that another file supersedes. */
  public static List<Finding> of(
      List<FileResult> outcomes, PartitionResult merged, Release release, Catalogue catalogue)
      throws IOException {
    Map<String, Long> stored = new TreeMap<>();
    for (RowSource source : merged.counts().keySet()) {
      if (!stored.containsKey(source.table())) {
        stored.put(source.table(), stored(release, catalogue.getTable(source.table())));
      }
    }
    stored.put(Tables.OBSERVATIONS.name(), stored(release, Tables.OBSERVATIONS));
    return of(outcomes, merged, stored);
  }

  /**
   * Returns the findings.
   *
   * @param stored the number of rows in the files of each table
   */
  static List<Finding> of(List<FileResult> outcomes, PartitionResult merged, Map<String, Long> stored) {
    RowReconciliation reconciliation = new RowReconciliation(outcomes, merged);
    outcomes.forEach(reconciliation::file);
    reconciliation.tables(stored);
    reconciliation.overlaps();
    return reconciliation.findings;
  }

  /** Returns the number of rows in the Parquet files of a table, by their footers. */
  static long stored(Release release, Table table) throws IOException {
    long rows = 0;
    for (Path file : release.files(table)) {
      if (file.getName().endsWith(".parquet")) {
        HadoopInputFile input = HadoopInputFile.fromPath(file, release.store().configuration());
        try (ParquetFileReader reader = ParquetFileReader.open(input)) {
          rows += reader.getRecordCount();
        }
      }
    }
    return rows;
  }

  private void file(FileResult file) {
    Location place = Location.file(file.path());
    RowAccounting rows = file.transformed().accounting();
    if (!rows.balances()) {
      findings.add(Finding.of(Kind.CHECK_FAILED, file.dataset(), place, "rows are unaccounted for: %s", rows));
    }
    if (!file.isRead()) {
      return;
    }
    long figures = file.rowsRead().values().stream().mapToLong(Long::longValue).sum();
    if (figures != rows.cells() - rows.cellsRejected()) {
      findings.add(
          Finding.of(
              Kind.CHECK_FAILED, file.dataset(), place, "%,d figures were read and %,d are accounted for (difference %,d)",
              figures, rows.cells() - rows.cellsRejected(), figures - rows.cells() + rows.cellsRejected()));
    }
    Set<RowSource> sources = new HashSet<>(file.rowsRead().keySet());
    merged.counts().keySet().stream().filter(s -> s.sha256().equals(file.sha256())).forEach(sources::add);
    sources.stream()
        .sorted(Comparator.comparing(RowSource::sheet).thenComparing(RowSource::table))
        .forEach(source -> source(file, source));
  }

  private void source(FileResult file, RowSource source) {
    long read = file.rowsRead().getOrDefault(source, 0L);
    long written = merged.counts().getOrDefault(source, WrittenRows.NONE).rows();
    if (read != written) {
      findings.add(
          Finding.of(
              Kind.CHECK_FAILED, file.dataset(), Location.file(file.path()).sheet(source.sheet()),
              "%,d rows were read for the table %s and %,d reached it (difference %,d)", read, source.table(), written,
              read - written));
    }
  }

  /** Compares the rows that tasks counted as written with those that the files of each table have. */
  private void tables(Map<String, Long> stored) {
    Map<String, Long> written = new TreeMap<>();
    boolean figures = false;
    for (Map.Entry<RowSource, WrittenRows> e : merged.counts().entrySet()) {
      boolean vintages = e.getKey().table().equals(Tables.VINTAGES.name());
      figures |= vintages;
      written.merge(e.getKey().table(), vintages ? e.getValue().rows() : e.getValue().current(), Long::sum);
    }
    if (figures) {
      written.put(Tables.OBSERVATIONS.name(), merged.observations());
    }
    written.forEach(
        (table, rows) -> {
          long kept = stored.getOrDefault(table, 0L);
          if (kept != rows) {
            findings.add(
                Finding.of(
                    Kind.CHECK_FAILED, "", Location.file(""),
                    "%,d rows were written to the table %s and its files have %,d (difference %,d)", rows, table, kept,
                    rows - kept));
          }
        });
  }

  private void overlaps() {
    merged.overlaps().entrySet().stream()
        .filter(e -> files.containsKey(e.getKey().older()) && files.containsKey(e.getKey().newer()))
        .sorted(
            Comparator.comparing((Map.Entry<RowOverlap, Long> e) -> files.get(e.getKey().older()).path())
                .thenComparing(e -> files.get(e.getKey().newer()).path())
                .thenComparing(e -> e.getKey().table()))
        .forEach(e -> overlap(e.getKey(), e.getValue()));
  }

  private void overlap(RowOverlap overlap, long rows) {
    FileResult older = files.get(overlap.older());
    FileResult newer = files.get(overlap.newer());
    Location place = Location.file(older.path());
    if (older == newer) {
      findings.add(
          Finding.of(
              Kind.DUPLICATE_ROW, older.dataset(), place,
              "%,d rows for the table %s have the key of an earlier row of the file", rows, overlap.table()));
      return;
    }
    long all = older.rowsRead().entrySet().stream().filter(e -> e.getKey().table().equals(overlap.table()))
        .mapToLong(Map.Entry::getValue).sum();
    Finding finding =
        Finding.of(
            Kind.ROWS_SUPERSEDED, older.dataset(), place,
            "%,d of %,d rows for the table %s are in %s too and count once", rows, all, overlap.table(), newer.path());
    findings.add(
        rows < NEW_VERSION * all
            ? finding.as(Severity.WARNING, "Compare the two files: most of their rows differ, so that these may too.")
            : finding);
  }
}
