package uk.footprints.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.indicator.Indicator;
import uk.footprints.period.PeriodKind;
import uk.footprints.report.beds.BedsReport;
import uk.footprints.report.coherence.CoherenceReport;
import uk.footprints.report.money.AllocationReport;
import uk.footprints.report.money.EmergencyCosts;
import uk.footprints.report.trend.ControlCharts;
import uk.footprints.report.trend.LongTrends;
import uk.footprints.report.trend.Plans;
import uk.footprints.report.variation.PeerGroups;
import uk.footprints.report.variation.PeerMeans;

/** Builds the tables of reports for one area: special causes, beds, money, peers, plans, coherence. */
final class AreaTables {

  private static final int QUARTERS = 12;

  private final SiteContext site;
  private final RowsByArea<ControlCharts.Row> charts;
  private final RowsByArea<LongTrends.Row> trends;
  private final RowsByArea<BedsReport.Row> beds;
  private final RowsByArea<AllocationReport.Row> allocations;
  private final RowsByArea<EmergencyCosts.Row> costs;
  private final RowsByArea<PeerGroups.Row> peers;
  private final RowsByArea<PeerMeans.Row> means;
  private final RowsByArea<Plans.Row> plans;
  private final RowsByArea<CoherenceReport.Row> coherence;

  AreaTables(SiteContext site) {
    this.site = site;
    SiteInput input = site.input();
    charts = RowsByArea.ofSeries(input.rows(ControlCharts.TABLE), ControlCharts.Row::series);
    trends = RowsByArea.ofSeries(input.rows(LongTrends.TABLE), LongTrends.Row::series);
    beds = RowsByArea.of(input.rows(BedsReport.TABLE), BedsReport.Row::geography, BedsReport.Row::areaCode);
    allocations =
        RowsByArea.of(
            input.rows(AllocationReport.TABLE), AllocationReport.Row::geography, AllocationReport.Row::areaCode);
    costs =
        RowsByArea.of(input.rows(EmergencyCosts.TABLE), EmergencyCosts.Row::geography, EmergencyCosts.Row::areaCode);
    peers = RowsByArea.of(input.rows(PeerGroups.TABLE), PeerGroups.Row::geography, PeerGroups.Row::areaCode);
    means = RowsByArea.ofSeries(input.rows(PeerMeans.TABLE), PeerMeans.Row::series);
    plans = RowsByArea.ofSeries(input.rows(Plans.TABLE), row -> row.goal().series());
    coherence =
        RowsByArea.of(input.rows(CoherenceReport.TABLE), CoherenceReport.Row::geography, CoherenceReport.Row::areaCode);
  }

  private String title(String indicator) {
    return site.input().evidence().findIndicator(indicator).map(Indicator::title).orElse(indicator);
  }

  private String indicatorPage(String indicator, String geography, String code) {
    return "indicators/" + indicator + ".html#" + SiteContext.name(geography) + "/" + code;
  }

  /** Returns the special causes of the latest months, and the long-term trends. */
  PagePart causes(String geography, String code) {
    Map<String, SpecialCauseSummary> latest = new LinkedHashMap<>();
    for (ControlCharts.Row row : charts.of(geography, code)) {
      if (!Double.isNaN(row.value())) {
        latest.merge(row.series().indicator(), SpecialCauseSummary.of(row), SpecialCauseSummary::then);
      }
    }
    Exhibit table =
        ExhibitBuilder.of(List.copyOf(latest.values()))
            .label("Indicator", c -> title(c.indicator()), c -> indicatorPage(c.indicator(), geography, code))
            .text("Latest month or quarter", SpecialCauseSummary::label)
            .text("What it is", SpecialCauseSummary::words)
            .text("Since", SpecialCauseSummary::since)
            .number("Value without season", NumberStyle.ONE, SpecialCauseSummary::value)
            .number("Mean", NumberStyle.ONE, SpecialCauseSummary::mean)
            .number("Lower limit", NumberStyle.ONE, SpecialCauseSummary::lower)
            .number("Upper limit", NumberStyle.ONE, SpecialCauseSummary::upper)
            .table(
                "causes-table", "The latest point on each control chart",
                "XmR charts of months or quarters, season taken out; limits of its own era; as was", "", "");
    Exhibit longRun =
        ExhibitBuilder.of(
                trends.of(geography, code).stream().filter(row -> !Double.isNaN(row.slopePerYear())).toList())
            .label("Indicator", row -> title(row.series().indicator()))
            .day("From", LongTrends.Row::first)
            .day("To", LongTrends.Row::last)
            .number("Change a year", NumberStyle.TWO, LongTrends.Row::slopePerYear)
            .number("95% from", NumberStyle.TWO, row -> row.slopeAt95().lower())
            .number("to", NumberStyle.TWO, row -> row.slopeAt95().upper())
            .text("Trend", LongTrends.Row::trend)
            .table("long-run", "The long run", "Theil and Sen's slope, Hamed and Rao's test at 5%; as was", "",
                "csv/long_trends.csv");
    return new PagePart(
        "causes", "Unlike the rest of the series", "", List.of(table, longRun),
        "No control chart could be drawn for this area.");
  }

  PagePart beds(String geography, String code) {
    List<BedsReport.Row> all = beds.of(geography, code);
    List<BedsReport.Row> last = all.subList(Math.max(0, all.size() - QUARTERS), all.size());
    Exhibit table =
        ExhibitBuilder.of(last)
            .label("Quarter", row -> row.period().label())
            .number("Available", NumberStyle.WHOLE, BedsReport.Row::available)
            .number("Occupied", NumberStyle.WHOLE, BedsReport.Row::occupied)
            .series("Occupancy, %", NumberStyle.ONE, BedsReport.Row::occupancy)
            .number("Quarters above 85%", NumberStyle.WHOLE, BedsReport.Row::quartersOver85)
            .number("Quarters above 92%", NumberStyle.WHOLE, BedsReport.Row::quartersOver92)
            .number("Beds per 1,000 people", NumberStyle.TWO, BedsReport.Row::bedsPer1000)
            .number("Four hours, type 1, %", NumberStyle.ONE, BedsReport.Row::fourHourType1)
            .exhibit(
                "beds-table", "General and acute beds overnight", "KH03, the latest quarters; as was",
                "Averages of the days of a quarter.", "lines", "% occupied", "csv/beds.csv");
    return new PagePart("beds", "Beds", "", List.of(table), "This release has no beds of this area.");
  }

  PagePart money(String geography, String code) {
    Exhibit allocation =
        ExhibitBuilder.of(allocations.of(geography, code))
            .label("What", row -> row.quantity().replace('_', ' '))
            .text("Year", AllocationReport.Row::financialYear)
            .number("Value", NumberStyle.TWO, AllocationReport.Row::value)
            .number("England", NumberStyle.TWO, AllocationReport.Row::england)
            .number("Over England's", NumberStyle.THREE, AllocationReport.Row::ratio)
            .text("Caveats", AllocationReport.Row::reason)
            .table("allocation", "What it is allocated, and its assessed need", "Allocations; pounds a head and weights",
                "",
                "csv/allocation.csv");
    Exhibit emergency =
        ExhibitBuilder.of(costs.of(geography, code).stream().filter(row -> !Double.isNaN(row.cost())).toList())
            .label("What is counted", row -> row.scope().replace('_', ' '))
            .text("Year", EmergencyCosts.Row::financialYear)
            .number("Cost", NumberStyle.MILLIONS, EmergencyCosts.Row::cost)
            .number("A head", NumberStyle.POUNDS, EmergencyCosts.Row::costPerHead)
            .text("How", EmergencyCosts.Row::method)
            .table("costs", "What emergency care costs", "National average unit costs; an estimate for areas", "",
                "csv/emergency_costs.csv");
    return new PagePart(
        "money", "Money", "", List.of(allocation, emergency), "This release has no money figures of this area.");
  }

  PagePart peers(String geography, String code) {
    Exhibit list =
        ExhibitBuilder.of(peers.of(geography, code))
            .label(
                "Area", row -> Amount.cut(row.peerName()), row -> AreaPages.href(site, geography, row.peerCode()))
            .number("Place", NumberStyle.WHOLE, PeerGroups.Row::peerRank)
            .number("Distance", NumberStyle.TWO, PeerGroups.Row::distance)
            .table("peers-table", "Areas most like it", "Shares of people under 18, 65–84, 85 and over; people", "",
                "csv/peers.csv");
    Map<String, PeerMeans.Row> byIndicator = new LinkedHashMap<>();
    for (PeerMeans.Row row : means.of(geography, code)) {
      if (!Double.isNaN(row.difference()) && row.period().kind() == PeriodKind.FINANCIAL_YEAR) {
        byIndicator.put(row.series().indicator(), row);
      }
    }
    Exhibit comparison =
        ExhibitBuilder.of(List.copyOf(byIndicator.values()))
            .label("Indicator", row -> title(row.series().indicator()))
            .text("Year", row -> row.period().label())
            .number("Here", NumberStyle.ONE, PeerMeans.Row::value)
            .number("Mean of its peers", NumberStyle.ONE, PeerMeans.Row::peerMean)
            .number("Difference", NumberStyle.SIGNED, PeerMeans.Row::difference)
            .number("95% from", NumberStyle.SIGNED, row -> row.differenceAt95().lower())
            .number("to", NumberStyle.SIGNED, row -> row.differenceAt95().upper())
            .number("Peers compared", NumberStyle.WHOLE, PeerMeans.Row::n)
            .table("beside-peers", "Compared with its peers", "Latest year that can be compared; as was", "",
                "csv/peer_means.csv");
    return new PagePart("peers", "Areas like it", "", List.of(comparison, list), "No peers are known for this area.");
  }

  PagePart plans(String geography, String code) {
    return new PagePart(
        "plans", "Plans", "",
        List.of(PlanTable.of(plans.of(geography, code), row -> "")),
        "No plan that this program knows is about this area.");
  }

  PagePart coherence(String geography, String code) {
    Exhibit measures =
        CoherencePage.measures(coherence.of(geography, code))
            .table("grain", "Along or against the grain", "Table coherence", "", "csv/coherence.csv");
    return new PagePart("coherence", "How it is drawn", "", List.of(measures), "This release has no coherence of it.");
  }
}
