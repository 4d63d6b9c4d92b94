package uk.footprints.pipeline.merge;

import java.io.Serializable;
import java.util.Comparator;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.transform.ObservationBatch;

/**
 * A sheet that published rows.
 *
 * @param origin its file
 * @param sheet its name; empty for text files
 * @param place which sheet of the file it is
 */
record FigureSource(ObservationBatch.Origin origin, String sheet, int place) implements Serializable {

  /** Which takes precedence: a publication before a table derived from it, then the newest. */
  static final Comparator<FigureSource> PRECEDENCE =
      Comparator.comparing(FigureSource::derived)
          .thenComparing(s -> s.origin.publishedOn(), Comparator.reverseOrder())
          .thenComparing(s -> s.origin.revisionStatus())
          .thenComparing(s -> s.origin.sha256())
          .thenComparing(FigureSource::place)
          .thenComparing(FigureSource::sheet);

  boolean derived() {
    return origin.revisionStatus() == RevisionStatus.DERIVED;
  }

  /** Returns a name of the sheet that no other sheet has. */
  Key key() {
    return new Key(origin, sheet);
  }

  /** Identifies a sheet. */
  record Key(ObservationBatch.Origin origin, String sheet) implements Serializable {}
}
