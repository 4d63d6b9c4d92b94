package uk.footprints.pipeline.read;

import java.io.Serializable;
import java.util.List;
import uk.footprints.finding.Finding;
import uk.footprints.publication.Publication;
import uk.footprints.runlog.RunRecord;
import uk.footprints.transform.RowAccounting;
import uk.footprints.transform.TransformResult;

/**
 * The result of reading one input file.
 *
 * @param path path relative to the input folder
 * @param bytes its size
 * @param sha256 hash of its bytes; empty when it could not be read at all
 * @param format format of its bytes
 * @param dataset its dataset; empty when none
 * @param era its layout; empty when none
 * @param publication its publication date and status; null when it was set aside
 * @param transformed what it gave
 * @param state {@code read}, {@code set_aside}, {@code boundary}, {@code not_asked_for} with {@code --only}, or
 *     {@code published_later} with {@code --as-of}
 * @param fingerprints hashes of its figures, which remain when its rows are left out
 */
public record FileResult(
    String path,
    long bytes,
    String sha256,
    String format,
    String dataset,
    String era,
    Publication publication,
    TransformResult transformed,
    String state,
    List<FigureFingerprint> fingerprints)
    implements Serializable {

  /** Creates a result without fingerprints of its figures. */
  FileResult(
      String path,
      long bytes,
      String sha256,
      String format,
      String dataset,
      String era,
      Publication publication,
      TransformResult transformed,
      String state) {
    this(path, bytes, sha256, format, dataset, era, publication, transformed, state, List.of());
  }

  public static final String READ = "read";
  public static final String SET_ASIDE = "set_aside";
  static final String BOUNDARY = "boundary";
  static final String NOT_SELECTED = "not_asked_for";
  static final String PUBLISHED_LATER = "published_later";

  /** Returns this result without its rows, for the driver to keep. */
  public FileResult summary() {
    TransformResult c =
        new TransformResult(List.of(), List.of(), transformed.findings(), transformed.accounting(), transformed.periods());
    return new FileResult(
        path, bytes, sha256, format, dataset, era, publication, c, state, FigureFingerprint.of(transformed.batches()));
  }

  /** Returns results as entries for the record of the run. */
  public static List<RunRecord.Input> runInputs(List<FileResult> files) {
    return files.stream()
        .map(f -> new RunRecord.Input(f.path(), f.bytes(), f.sha256(), f.dataset(), f.state()))
        .toList();
  }

  static FileResult setAside(String path, long bytes, String sha256, String format, Finding finding, RowAccounting rows) {
    TransformResult nothing = TransformResult.nothing(List.of(finding), rows);
    return new FileResult(path, bytes, sha256, format, finding.dataset(), "", null, nothing, SET_ASIDE);
  }
}
