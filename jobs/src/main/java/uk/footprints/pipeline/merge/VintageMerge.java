package uk.footprints.pipeline.merge;

import java.io.IOException;
import java.util.List;
import uk.footprints.catalogue.RevisionRow;
import uk.footprints.transform.ObservationBatch;

/**
 * Chooses the current vintage of a figure (a publication before a table derived from it, then the newest), and finds
 * what newer vintages changed.
 */
final class VintageMerge {

  private VintageMerge() {}

  /** Receives the vintages of a figure in order. */
  interface Output {
    /** Receives a vintage; the first is the current one. */
    void vintage(FigureVintage figure, boolean current) throws IOException;

    /** Receives a change, and the vintage that made it. */
    void revision(RevisionRow change, FigureVintage newer) throws IOException;

    /** Receives the current one of two vintages of the same day with other values: neither revises the other. */
    void contradiction(FigureVintage current);
  }

  /**
   * Merges the vintages of a figure.
   *
   * @param vintages all of them, by precedence
   * @param published the vintages of the measure
   */
  static void merge(List<FigureVintage> vintages, PublishedVintages published, Output output) throws IOException {
    for (int n = 0; n < vintages.size(); n++) {
      FigureVintage figure = vintages.get(n);
      if (n > 0 && !figure.derived() && figure.differs(vintages.get(n - 1))) {
        output.revision(figure.revisedBy(vintages.get(n - 1)), vintages.get(n - 1));
        if (figure.isOfSameDay(vintages.get(n - 1))) {
          output.contradiction(vintages.get(n - 1));
        }
      }
      boolean oldest = n + 1 == vintages.size() || vintages.get(n + 1).derived();
      ObservationBatch.Origin absent = oldest && !figure.derived() ? published.before(figure) : null;
      if (absent != null && !absent.sha256().equals(figure.origin().sha256())) {
        output.revision(figure.newSince(absent), figure);
      }
      output.vintage(figure, n == 0);
    }
  }
}
