package uk.footprints.catalogue;

import java.util.List;
import java.util.Optional;
import uk.footprints.report.Headlines;
import uk.footprints.report.Reconciliation;
import uk.footprints.report.Report;
import uk.footprints.report.UnansweredQuestions;
import uk.footprints.report.beds.BedsAndWaits;
import uk.footprints.report.beds.BedsReport;
import uk.footprints.report.coherence.CoherenceReport;
import uk.footprints.report.money.AllocationReport;
import uk.footprints.report.money.CostScopes;
import uk.footprints.report.money.EmergencyCosts;
import uk.footprints.report.money.SpendingReport;
import uk.footprints.report.money.SupplierConcentration;
import uk.footprints.report.placement.MappedShare;
import uk.footprints.report.placement.PlacementReport;
import uk.footprints.report.placement.SiteLocations;
import uk.footprints.report.records.CaseMixReport;
import uk.footprints.report.records.StaysReport;
import uk.footprints.report.trend.Contributions;
import uk.footprints.report.trend.ControlCharts;
import uk.footprints.report.trend.GrowthReport;
import uk.footprints.report.trend.LongTrends;
import uk.footprints.report.trend.Plans;
import uk.footprints.report.trend.RecordingBreaks;
import uk.footprints.report.trend.TargetRuns;
import uk.footprints.report.trend.Trends;
import uk.footprints.report.variation.Adjustments;
import uk.footprints.report.variation.Drivers;
import uk.footprints.report.variation.FunnelReport;
import uk.footprints.report.variation.InequalityReport;
import uk.footprints.report.variation.ModelResiduals;
import uk.footprints.report.variation.PeerGroups;
import uk.footprints.report.variation.PeerMeans;
import uk.footprints.report.variation.VariationSummary;
import uk.footprints.table.Table;

/** Catalogue of all reports of a release. */
public final class Reports {

  private static final List<Report<?>> ALL =
      List.of(
          new Headlines(),
          new StaysReport(),
          new CaseMixReport(),
          new FunnelReport(),
          new VariationSummary(),
          new Adjustments(),
          new Trends(),
          new ControlCharts(),
          new LongTrends(),
          new GrowthReport(),
          new Reconciliation(),
          new Contributions(),
          new RecordingBreaks(),
          new BedsReport(),
          new BedsAndWaits(),
          new Plans(),
          new TargetRuns(),
          new Drivers(),
          new InequalityReport(),
          new ModelResiduals(),
          new PeerGroups(),
          new PeerMeans(),
          new EmergencyCosts(),
          new CostScopes(),
          new AllocationReport(),
          new SpendingReport(),
          new SupplierConcentration(),
          new CoherenceReport(),
          new MappedShare(),
          new PlacementReport(),
          new SiteLocations(),
          new UnansweredQuestions());

  private Reports() {}

  /** Returns the tables of the reports. */
  public static List<Table> tables() {
    return ALL.stream().map(Report::table).toList();
  }

  /** Returns all reports in the order of the documentation. */
  public static List<Report<?>> all() {
    return ALL;
  }

  /** Returns the report of that id. */
  public static Optional<Report<?>> find(String id) {
    return ALL.stream().filter(r -> r.id().equals(id)).findFirst();
  }
}
