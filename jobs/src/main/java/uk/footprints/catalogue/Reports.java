package uk.footprints.catalogue;

import java.util.List;
import java.util.Optional;
import uk.footprints.report.Adjustments;
import uk.footprints.report.Allocation;
import uk.footprints.report.Beds;
import uk.footprints.report.BedsAndWaits;
import uk.footprints.report.Concentration;
import uk.footprints.report.Contributions;
import uk.footprints.report.Drivers;
import uk.footprints.report.EmergencyCosts;
import uk.footprints.report.Growths;
import uk.footprints.report.Headlines;
import uk.footprints.report.LongTrends;
import uk.footprints.report.PeerGroups;
import uk.footprints.report.PeerMeans;
import uk.footprints.report.Plans;
import uk.footprints.report.Reconciliation;
import uk.footprints.report.Report;
import uk.footprints.report.Spc;
import uk.footprints.report.Spending;
import uk.footprints.report.Spread;
import uk.footprints.report.Stays;
import uk.footprints.report.Trends;
import uk.footprints.report.Unanswered;
import uk.footprints.report.Unexplained;
import uk.footprints.report.Variation;
import uk.footprints.report.coherence.Coherence;
import uk.footprints.report.placing.MappedShare;
import uk.footprints.report.placing.Placement;
import uk.footprints.report.placing.SitesPlaced;
import uk.footprints.table.Table;

/** Every report that a release holds. */
public final class Reports {

  private static final List<Report> ALL =
      List.of(
          new Headlines(),
          new Stays(),
          new Variation(),
          new Spread(),
          new Adjustments(),
          new Trends(),
          new Spc(),
          new LongTrends(),
          new Growths(),
          new Reconciliation(),
          new Contributions(),
          new Beds(),
          new BedsAndWaits(),
          new Plans(),
          new Drivers(),
          new Unexplained(),
          new PeerGroups(),
          new PeerMeans(),
          new EmergencyCosts(),
          new Allocation(),
          new Spending(),
          new Concentration(),
          new Coherence(),
          new MappedShare(),
          new Placement(),
          new SitesPlaced(),
          new Unanswered());

  private Reports() {}

  /** The tables that they fill. */
  public static List<Table> tables() {
    return ALL.stream().map(Report::table).toList();
  }

  /** In the order in which they are shown. */
  public static List<Report> all() {
    return ALL;
  }

  /** The report of that id. */
  public static Optional<Report> find(String id) {
    return ALL.stream().filter(r -> r.id().equals(id)).findFirst();
  }
}
