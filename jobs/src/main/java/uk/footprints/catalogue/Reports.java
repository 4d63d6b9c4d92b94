package uk.footprints.catalogue;

import java.util.List;
import java.util.Optional;
import uk.footprints.report.Headlines;
import uk.footprints.report.Report;
import uk.footprints.report.Trends;
import uk.footprints.report.Variation;
import uk.footprints.report.coherence.Coherence;

/** Every report that a release holds. */
public final class Reports {

  private static final List<Report> ALL = List.of(new Headlines(), new Variation(), new Trends(), new Coherence());

  private Reports() {}

  /** In the order in which they are shown. */
  public static List<Report> all() {
    return ALL;
  }

  /** The report of that id. */
  public static Optional<Report> find(String id) {
    return ALL.stream().filter(r -> r.id().equals(id)).findFirst();
  }
}
