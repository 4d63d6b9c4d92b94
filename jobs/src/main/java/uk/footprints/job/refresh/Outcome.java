package uk.footprints.job.refresh;

import java.io.Serializable;
import java.util.List;
import uk.footprints.conform.Accounting;
import uk.footprints.conform.Conformed;
import uk.footprints.finding.Finding;
import uk.footprints.job.tell.RunRecord;
import uk.footprints.source.Publication;

/**
 * What became of one file.
 *
 * @param path below the folder that was read
 * @param bytes its size
 * @param sha256 of its bytes; empty when it could not be read at all
 * @param format what the bytes are
 * @param dataset the dataset it is of; empty when none
 * @param era its layout; empty when none
 * @param publication when it came out; null when it was set aside
 * @param conformed what it gave
 * @param state {@code read}, {@code set_aside}, {@code boundary}, {@code not_asked_for} with {@code --only}, or
 *     {@code published_later} with {@code --as-of}
 * @param prints what its figures come to, once its rows are left out
 */
record Outcome(
    String path,
    long bytes,
    String sha256,
    String format,
    String dataset,
    String era,
    Publication publication,
    Conformed conformed,
    String state,
    List<Print> prints)
    implements Serializable {

  /** One whose figures have not been compared with others. */
  Outcome(
      String path,
      long bytes,
      String sha256,
      String format,
      String dataset,
      String era,
      Publication publication,
      Conformed conformed,
      String state) {
    this(path, bytes, sha256, format, dataset, era, publication, conformed, state, List.of());
  }

  static final String READ = "read";
  static final String SET_ASIDE = "set_aside";
  static final String BOUNDARY = "boundary";
  static final String NOT_ASKED = "not_asked_for";
  static final String LATER = "published_later";

  /** The same, without its rows: what the driver keeps of every file. */
  Outcome summary() {
    Conformed c =
        new Conformed(List.of(), List.of(), conformed.findings(), conformed.accounting(), conformed.periods());
    return new Outcome(
        path, bytes, sha256, format, dataset, era, publication, c, state, Print.of(conformed.blocks()));
  }

  /** As the record of a run has them. */
  static List<RunRecord.Input> told(List<Outcome> files) {
    return files.stream()
        .map(f -> new RunRecord.Input(f.path(), f.bytes(), f.sha256(), f.dataset(), f.state()))
        .toList();
  }

  static Outcome setAside(String path, long bytes, String sha256, String format, Finding finding, Accounting rows) {
    Conformed nothing = Conformed.nothing(List.of(finding), rows);
    return new Outcome(path, bytes, sha256, format, finding.dataset(), "", null, nothing, SET_ASIDE);
  }
}
