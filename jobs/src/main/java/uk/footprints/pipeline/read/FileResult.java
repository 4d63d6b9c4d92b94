package uk.footprints.pipeline.read;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.finding.Finding;
import uk.footprints.publication.Publication;
import uk.footprints.runlog.RunRecord;
import uk.footprints.transform.RowAccounting;
import uk.footprints.transform.TransformResult;

/**
 * The result of reading one input file.
 *
 * @param file the file
 * @param dataset its dataset; empty when none
 * @param era its layout; empty when none
 * @param publication its publication date and status; null when it was set aside
 * @param transformed what it gave
 * @param state {@code read}, {@code set_aside}, {@code boundary}, {@code not_asked_for} with {@code --only}, or
 *     {@code published_later} with {@code --as-of}
 * @param fingerprints hashes of its figures
 * @param rowsRead the number of its rows by sheet and table
 */
public record FileResult(
    SourceFile file,
    String dataset,
    String era,
    Publication publication,
    TransformResult transformed,
    String state,
    List<FigureFingerprint> fingerprints,
    Map<RowSource, Long> rowsRead)
    implements Serializable {

  public static final String READ = "read";
  public static final String SET_ASIDE = "set_aside";
  static final String BOUNDARY = "boundary";
  static final String NOT_SELECTED = "not_asked_for";
  static final String PUBLISHED_LATER = "published_later";

  /** Returns the result of a file whose rows were read. */
  static FileResult read(
      SourceFile file, String dataset, String era, Publication publication, TransformResult rows, Catalogue catalogue) {
    return new FileResult(
        file, dataset, era, publication, rows, READ, FigureFingerprint.of(rows.batches()), RowSource.count(rows, catalogue));
  }

  /** Returns the result of a file that was set aside for one reason. */
  static FileResult setAside(SourceFile file, Finding why, RowAccounting rows) {
    return setAside(file, why.dataset(), List.of(why), rows);
  }

  /** Returns the result of a file that was set aside, with its rows as not read. */
  static FileResult setAside(SourceFile file, String dataset, List<Finding> findings, RowAccounting rows) {
    return withoutRows(file, dataset, TransformResult.nothing(findings, rows), SET_ASIDE);
  }

  /** Returns the result of a file that has no rows for this run. */
  static FileResult withoutRows(SourceFile file, String dataset, String state) {
    return withoutRows(file, dataset, TransformResult.nothing(List.of(), RowAccounting.NONE), state);
  }

  private static FileResult withoutRows(SourceFile file, String dataset, TransformResult nothing, String state) {
    return new FileResult(file, dataset, "", null, nothing, state, List.of(), Map.of());
  }

  /** Returns the path relative to the input folder. */
  public String path() {
    return file.path();
  }

  /** Returns the size. */
  public long bytes() {
    return file.bytes();
  }

  /** Returns the hash of the bytes; empty when the file could not be read at all. */
  public String sha256() {
    return file.sha256();
  }

  /** Returns whether its rows were read. */
  public boolean isRead() {
    return state.equals(READ);
  }

  /** Returns this result without its rows, for the driver to keep. */
  public FileResult summary() {
    TransformResult kept =
        new TransformResult(
            List.of(), List.of(), transformed.findings(), transformed.accounting(), transformed.periods());
    return new FileResult(file, dataset, era, publication, kept, state, fingerprints, rowsRead);
  }

  /** Returns results as entries for the record of the run. */
  public static List<RunRecord.Input> runInputs(List<FileResult> files) {
    return files.stream()
        .map(f -> new RunRecord.Input(f.path(), f.bytes(), f.sha256(), f.dataset(), f.state()))
        .toList();
  }
}
