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
            .text("Variation", SpecialCauseSummary::words)
            .text("Since", SpecialCauseSummary::since)
            .number("Value, season removed", NumberStyle.VALUE, SpecialCauseSummary::value)
            .number("Mean", NumberStyle.VALUE, SpecialCauseSummary::mean)
            .number("Lower limit", NumberStyle.VALUE, SpecialCauseSummary::lower)
            .number("Upper limit", NumberStyle.VALUE, SpecialCauseSummary::upper)
            .table(
                "causes-table", "Control charts: the latest month or quarter",
                "Source: the publication of each indicator, named on its page.",
                "XmR charts with the season removed; the years before, during and after the pandemic have limits of"
                    + " their own.",
                "");
    Exhibit longRun =
        ExhibitBuilder.of(
                trends.of(geography, code).stream().filter(row -> !Double.isNaN(row.slopePerYear())).toList())
            .label("Indicator", row -> title(row.series().indicator()))
            .day("First", LongTrends.Row::first)
            .day("Last", LongTrends.Row::last)
            .number("Change a year", NumberStyle.TWO, LongTrends.Row::slopePerYear)
            .number("95% limit, lower", NumberStyle.TWO, row -> row.slopeAt95().lower())
            .number("95% limit, upper", NumberStyle.TWO, row -> row.slopeAt95().upper())
            .text("Trend", LongTrends.Row::trend)
            .table(
                "long-run", "Long-term trends",
                "Source: the publication of each indicator. Slope of Theil and Sen; test of Hamed and Rao at 5%.", "",
                "csv/long_trends.csv");
    return new PagePart(
        "causes", "Special causes and long-term trends", "", List.of(table, longRun),
        "No data: a control chart needs at least twelve months or quarters in a row.");
  }

  PagePart beds(String geography, String code) {
    List<BedsReport.Row> all = beds.of(geography, code);
    List<BedsReport.Row> last = all.subList(Math.max(0, all.size() - QUARTERS), all.size());
    Exhibit table =
        ExhibitBuilder.of(last)
            .label("Quarter", row -> row.period().label())
            .number("Available", NumberStyle.WHOLE, BedsReport.Row::available)
            .number("Occupied", NumberStyle.WHOLE, BedsReport.Row::occupied)
            .series("Beds occupied", NumberStyle.PERCENT, BedsReport.Row::occupancy)
            .number("Quarters in a row above 85%", NumberStyle.WHOLE, BedsReport.Row::quartersOver85)
            .number("Quarters in a row above 92%", NumberStyle.WHOLE, BedsReport.Row::quartersOver92)
            .number("Beds per 1,000 people", NumberStyle.TWO, BedsReport.Row::bedsPer1000)
            .number("Four hours or less in A&E, type 1", NumberStyle.PERCENT, BedsReport.Row::fourHourType1)
            .exhibit(
                "beds-table", "General and acute beds occupied overnight, latest quarters",
                site.sources().of("kh03_beds"),
                "Averages of the days of a quarter.", "lines", "% occupied", "csv/beds.csv");
    return new PagePart("beds", "Beds", "", List.of(table),
        "No data: this release has no file of bed availability and occupancy (KH03) with beds here.");
  }

  PagePart money(String geography, String code) {
    Exhibit allocation =
        ExhibitBuilder.of(allocations.of(geography, code))
            .label("Quantity", row -> MoneyWords.quantity(row.quantity()))
            .text("Year", AllocationReport.Row::financialYear)
            .number("Value", NumberStyle.TWO, AllocationReport.Row::value)
            .number("England", NumberStyle.TWO, AllocationReport.Row::england)
            .number("Against England's", NumberStyle.SIGNED_PERCENT, row -> 100 * (row.ratio() - 1))
            .text("Caveats", row -> site.words(row.reason()))
            .table("allocation", "Allocation per head and assessed need", site.sources().of("allocations"),
                "Need is the number of people weighted by need, over the number of people.",
                "csv/allocation.csv");
    Exhibit emergency =
        ExhibitBuilder.of(costs.of(geography, code).stream().filter(row -> !Double.isNaN(row.cost())).toList())
            .label("Care", row -> MoneyWords.scope(row.scope()))
            .text("Year", EmergencyCosts.Row::financialYear)
            .number("Cost", NumberStyle.MILLIONS, EmergencyCosts.Row::cost)
            .number("Cost per person", NumberStyle.POUNDS, EmergencyCosts.Row::costPerHead)
            .text("Method", row -> site.words(row.method()))
            .table("costs", "Cost of emergency care", site.sources().of("unit_costs", "reference_costs"),
                "Costs of areas are estimates: admissions and attendances at England's average cost.",
                "csv/emergency_costs.csv");
    return new PagePart(
        "money", "Money", "", List.of(allocation, emergency),
        "No data: this release has no allocations and no costs of this area.");
  }

  PagePart peers(String geography, String code) {
    Exhibit list =
        ExhibitBuilder.of(peers.of(geography, code))
            .place(site, row -> geography, PeerGroups.Row::peerCode, PeerGroups.Row::peerName)
            .number("Rank of likeness", NumberStyle.WHOLE, PeerGroups.Row::peerRank)
            .number("Distance", NumberStyle.TWO, PeerGroups.Row::distance)
            .table("peers-table", "Most similar areas",
                "Source: population estimates of the Office for National Statistics.",
                "Similar in the shares of people under 18, 65 to 84, and 85 and over, and in the number of people.",
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
            .number("Here", NumberStyle.VALUE, PeerMeans.Row::value)
            .number("Mean of similar areas", NumberStyle.VALUE, PeerMeans.Row::peerMean)
            .number("Difference", NumberStyle.SIGNED, PeerMeans.Row::difference)
            .number("95% limit, lower", NumberStyle.SIGNED, row -> row.differenceAt95().lower())
            .number("95% limit, upper", NumberStyle.SIGNED, row -> row.differenceAt95().upper())
            .number("Areas compared", NumberStyle.WHOLE, PeerMeans.Row::n)
            .table("beside-peers", "Difference from similar areas, latest year that can be compared",
                "Source: the publication of each indicator, named on its page.", "",
                "csv/peer_means.csv");
    return new PagePart("peers", "Similar areas", "", List.of(comparison, list),
        "No data: similar areas need the population by age of every area.");
  }

  PagePart plans(String geography, String code) {
    return new PagePart(
        "plans", "Plans and targets", "",
        List.of(PlanTable.of(site, plans.of(geography, code), row -> "")),
        "No plan or target of the list is about this area.");
  }

  PagePart coherence(String geography, String code) {
    Exhibit measures =
        CoherencePage.measures(coherence.of(geography, code))
            .table(
                "grain", "Councils, people and patients",
                "Source: reference tables of areas and councils, and admissions by residence.", "",
                "csv/coherence.csv");
    return new PagePart("coherence", "Boundaries", "", List.of(measures),
        "No data: the reference tables do not have this area.");
  }
}
