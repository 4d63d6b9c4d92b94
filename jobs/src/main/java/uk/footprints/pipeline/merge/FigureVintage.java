package uk.footprints.pipeline.merge;

import java.util.Comparator;
import java.util.Objects;
import uk.footprints.catalogue.RevisionRow;
import uk.footprints.publication.RevisionStatus;
import uk.footprints.table.RevisionKind;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.ObservationBatch;

/**
 * One vintage of a figure: a cell of a batch.
 *
 * @param batch the batch
 * @param row the position of the organisation
 * @param measure the position of the measure
 */
record FigureVintage(ObservationBatch batch, int row, int measure) {

  /** The status of an organisation that an earlier vintage does not have. */
  private static final String ABSENT = "absent";

  /**
   * Orders vintages by organisation, role and period; of one key a publication comes before a table derived from it,
   * then the newest first.
   */
  static final Comparator<FigureVintage> ORDER =
      Comparator.comparing(FigureVintage::org)
          .thenComparing(f -> f.batch.orgRole())
          .thenComparing(f -> f.batch.period())
          .thenComparing(FigureVintage::derived)
          .thenComparing(f -> f.batch.origin().publishedOn(), Comparator.reverseOrder())
          .thenComparing(f -> f.batch.origin().revisionStatus())
          .thenComparing(f -> f.batch.origin().sha256())
          .thenComparing(FigureVintage::row);

  String org() {
    return batch.orgCodes().get(row);
  }

  /** Returns whether both are vintages of one figure. */
  boolean sameKey(FigureVintage other) {
    return org().equals(other.org())
        && batch.orgRole().equals(other.batch.orgRole())
        && batch.period().equals(other.batch.period());
  }

  CellStatus status() {
    return batch.status(row, measure);
  }

  /** Returns the figure; null unless it was reported. */
  Double value() {
    return status() == CellStatus.REPORTED ? (Double) batch.value(row, measure) : null;
  }

  boolean derived() {
    return batch.origin().revisionStatus() == RevisionStatus.DERIVED;
  }

  boolean differs(FigureVintage other) {
    return status() != other.status() || !Objects.equals(value(), other.value());
  }

  /** Returns the revision of this figure by a newer vintage. */
  RevisionRow revisedBy(FigureVintage newer) {
    return newer.revision(value(), status().id(), batch.origin());
  }

  /** Returns the revision from nothing: the earlier vintage has the period, but not the organisation. */
  RevisionRow newSince(ObservationBatch.Origin older) {
    return revision(null, ABSENT, older);
  }

  private RevisionRow revision(Double before, String statusBefore, ObservationBatch.Origin older) {
    return new RevisionRow(
        batch.dataset(), batch.measures().get(measure), org(), batch.orgRole(), batch.period().start(),
        batch.period().end(), before, value(), statusBefore, status().id(), older.publishedOn(),
        batch.origin().publishedOn(), older.sha256(), batch.origin().sha256(), RevisionKind.of(before, value()));
  }

  CompletenessRuns.Point point() {
    return new CompletenessRuns.Point(org(), batch.orgRole(), batch.period(), status(), batch.value(row, measure));
  }

  /** Returns the cells of the tables {@code vintages} and {@code observations}. */
  Object[] cells() {
    return new Object[] {
      batch.dataset(), batch.measures().get(measure), org(), batch.orgRole(), batch.period().start(),
      batch.period().end(), batch.period().kind().id(), value(), status().id(), batch.origin().publishedOn(),
      batch.origin().revisionStatus().id(), batch.origin().sha256(), batch.sheet(), (long) batch.row(row)
    };
  }
}
