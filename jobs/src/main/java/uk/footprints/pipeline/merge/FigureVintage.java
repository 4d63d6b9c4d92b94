package uk.footprints.pipeline.merge;

import java.util.Objects;
import uk.footprints.catalogue.RevisionRow;
import uk.footprints.period.Period;
import uk.footprints.table.RevisionKind;
import uk.footprints.table.RowCells;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.ObservationBatch;

/**
 * One vintage of a figure, with the dictionary of its numbers.
 *
 * @param row the figure
 * @param names the dictionary of its numbers
 */
record FigureVintage(FigureRow row, RowDictionary names) {

  /** The status of an organisation that an earlier vintage does not have. */
  private static final String ABSENT = "absent";

  String org() {
    return names.organisations().get(row.organisation());
  }

  private String role() {
    return names.roles().get(row.role());
  }

  private Period period() {
    return names.periods().get(row.period());
  }

  private MeasureName measure() {
    return names.measures().get(row.measure());
  }

  private FigureSource source() {
    return names.sources().get(row.source());
  }

  ObservationBatch.Origin origin() {
    return source().origin();
  }

  /** Returns the figure; null unless it was reported. */
  Double value() {
    return row.status() == CellStatus.REPORTED ? (Double) row.value() : null;
  }

  boolean derived() {
    return source().derived();
  }

  boolean differs(FigureVintage other) {
    return row.status() != other.row.status() || !Objects.equals(value(), other.value());
  }

  /** Returns whether another file with this figure was published on the same day, with the same status. */
  boolean isOfSameDay(FigureVintage other) {
    return !origin().sha256().equals(other.origin().sha256())
        && origin().publishedOn().equals(other.origin().publishedOn())
        && origin().revisionStatus() == other.origin().revisionStatus();
  }

  /** Returns the revision of this figure by a newer vintage. */
  RevisionRow revisedBy(FigureVintage newer) {
    return newer.revision(value(), row.status().id(), origin());
  }

  /** Returns the revision from nothing: the earlier vintage has the period, but not the organisation. */
  RevisionRow newSince(ObservationBatch.Origin older) {
    return revision(null, ABSENT, older);
  }

  private RevisionRow revision(Double before, String statusBefore, ObservationBatch.Origin older) {
    return new RevisionRow(
        measure().dataset(), measure().measure(), org(), role(), period().start(), period().end(), before, value(),
        statusBefore, row.status().id(), older.publishedOn(), origin().publishedOn(), older.sha256(),
        origin().sha256(), RevisionKind.of(before, value()));
  }

  CompletenessRuns.Point point() {
    return new CompletenessRuns.Point(org(), role(), period(), row.status(), row.value());
  }

  /** Returns the cells of the tables {@code vintages} and {@code observations}. */
  RowCells cells() {
    return RowCells.of(
        measure().dataset(), measure().measure(), org(), role(), period().start(), period().end(),
        period().kind().id(), value(), row.status().id(), origin().publishedOn(), origin().revisionStatus().id(),
        origin().sha256(), source().sheet(), (long) row.row());
  }
}
