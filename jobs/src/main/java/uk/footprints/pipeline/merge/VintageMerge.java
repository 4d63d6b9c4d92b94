package uk.footprints.pipeline.merge;

import java.io.IOException;
import java.util.List;
import uk.footprints.catalogue.RevisionRow;
import uk.footprints.transform.ObservationBatch;

/**
 * Chooses the current vintage of each figure of a measure (a publication before a table derived from it, then the
 * newest), and finds what newer vintages changed.
 */
final class VintageMerge {

  private VintageMerge() {}

  /** Receives the vintages of a measure in order. */
  interface Output {
    /** Receives a vintage; the first of a figure is the current one. */
    void vintage(FigureVintage figure, boolean current) throws IOException;

    /** Receives a change, and the vintage that made it. */
    void revision(RevisionRow change, FigureVintage newer) throws IOException;
  }

  /**
   * Merges the figures of a measure.
   *
   * @param figures all vintages of all its figures
   * @param batches the batches that contain them
   */
  static void merge(List<FigureVintage> figures, List<ObservationBatch> batches, Output output) throws IOException {
    VintageIndex index = new VintageIndex(batches);
    List<FigureVintage> sorted = figures.stream().sorted(FigureVintage.ORDER).toList();
    FigureVintage before = null;
    for (int n = 0; n < sorted.size(); n++) {
      FigureVintage figure = sorted.get(n);
      boolean current = before == null || !figure.sameKey(before);
      if (!current && figure.differs(before) && !figure.derived()) {
        output.revision(figure.revisedBy(before), before);
      }
      ObservationBatch.Origin absent = figure.derived() ? null : index.before(figure.batch());
      FigureVintage next = n + 1 == sorted.size() ? null : sorted.get(n + 1);
      boolean oldest = next == null || !figure.sameKey(next) || next.derived();
      if (absent != null && oldest && !absent.sha256().equals(figure.batch().origin().sha256())) {
        output.revision(figure.newSince(absent), figure);
      }
      output.vintage(figure, current);
      before = figure;
    }
  }
}
