package uk.footprints.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.indicator.Indicator;
import uk.footprints.table.TableData;

/** Builds the tables of reports for one area: special causes, beds, money, peers, plans, coherence. */
final class AreaTables {

  private static final int QUARTERS = 12;

  private final SiteContext site;
  private final Map<String, RowsByArea> rows = new LinkedHashMap<>();

  AreaTables(SiteContext site) {
    this.site = site;
    for (String name :
        List.of(
            "spc", "beds", "allocation", "emergency_costs", "peers", "peer_means", "plans", "coherence",
            "long_trends")) {
      rows.put(name, RowsByArea.of(site.materials().table(name)));
    }
  }

  private List<Object[]> own(String table, String geography, String code) {
    return rows.get(table).of(geography, code);
  }

  private TableData table(String name) {
    return rows.get(name).filled();
  }

  private String title(String indicator) {
    return site.materials().evidence().findIndicator(indicator).map(Indicator::title).orElse(indicator);
  }

  private String indicatorPage(String indicator, String geography, String code) {
    return "indicators/" + indicator + ".html#" + SiteContext.name(geography) + "/" + code;
  }

  /** Returns the special causes of the latest months, and the long-term trends. */
  PagePart causes(String geography, String code) {
    TableData spc = table("spc");
    Map<String, SpecialCauseSummary> latest = new LinkedHashMap<>();
    for (Object[] row : own("spc", geography, code)) {
      if (!Double.isNaN(spc.number(row, "value"))) {
        latest.merge(spc.text(row, "indicator"), SpecialCauseSummary.of(spc, row), SpecialCauseSummary::then);
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
    TableData trends = table("long_trends");
    Exhibit longRun =
        ExhibitBuilder.of(own("long_trends", geography, code).stream()
                .filter(row -> !Double.isNaN(trends.number(row, "slope_per_year")))
                .toList())
            .label("Indicator", row -> title(trends.text(row, "indicator")))
            .text("From", trends.text("first"))
            .text("To", trends.text("last"))
            .number("Change a year", NumberStyle.TWO, trends.number("slope_per_year"))
            .number("95% from", NumberStyle.TWO, trends.number("slope_lower_95"))
            .number("to", NumberStyle.TWO, trends.number("slope_upper_95"))
            .text("Trend", trends.text("trend"))
            .table("long-run", "The long run", "Theil and Sen's slope, Hamed and Rao's test at 5%; as was", "",
                "csv/long_trends.csv");
    return new PagePart(
        "causes", "Unlike the rest of the series", "", List.of(table, longRun),
        "No control chart could be drawn for this area.");
  }

  PagePart beds(String geography, String code) {
    TableData beds = table("beds");
    List<Object[]> all = own("beds", geography, code);
    List<Object[]> last = all.subList(Math.max(0, all.size() - QUARTERS), all.size());
    Exhibit table =
        ExhibitBuilder.of(last)
            .label("Quarter", row -> IndicatorData.period(beds, row).label())
            .number("Available", NumberStyle.WHOLE, beds.number("available"))
            .number("Occupied", NumberStyle.WHOLE, beds.number("occupied"))
            .series("Occupancy, %", NumberStyle.ONE, beds.number("occupancy"))
            .number("Quarters above 85%", NumberStyle.WHOLE, beds.number("quarters_over_85"))
            .number("Quarters above 92%", NumberStyle.WHOLE, beds.number("quarters_over_92"))
            .number("Beds per 1,000 people", NumberStyle.TWO, beds.number("beds_per_1000"))
            .number("Four hours, type 1, %", NumberStyle.ONE, beds.number("four_hour_type_1"))
            .exhibit(
                "beds-table", "General and acute beds overnight", "KH03, the latest quarters; as was",
                "Averages of the days of a quarter.", "lines", "% occupied", "csv/beds.csv");
    return new PagePart("beds", "Beds", "", List.of(table), "This release has no beds of this area.");
  }

  PagePart money(String geography, String code) {
    TableData given = table("allocation");
    Exhibit allocation =
        ExhibitBuilder.of(own("allocation", geography, code))
            .label("What", row -> given.text(row, "quantity").replace('_', ' '))
            .text("Year", given.text("financial_year"))
            .number("Value", NumberStyle.TWO, given.number("value"))
            .number("England", NumberStyle.TWO, given.number("england"))
            .number("Over England's", NumberStyle.THREE, given.number("ratio"))
            .text("Caveats", given.text("reason"))
            .table("allocation", "What it is allocated, and its assessed need", "Allocations; pounds a head and weights",
                "",
                "csv/allocation.csv");
    TableData costs = table("emergency_costs");
    Exhibit emergency =
        ExhibitBuilder.of(own("emergency_costs", geography, code).stream()
                .filter(row -> !Double.isNaN(costs.number(row, "cost")))
                .toList())
            .label("What is counted", row -> costs.text(row, "scope").replace('_', ' '))
            .text("Year", costs.text("financial_year"))
            .number("Cost", NumberStyle.MILLIONS, costs.number("cost"))
            .number("A head", NumberStyle.POUNDS, costs.number("cost_per_head"))
            .text("How", costs.text("method"))
            .table("costs", "What emergency care costs", "National average unit costs; an estimate for areas", "",
                "csv/emergency_costs.csv");
    return new PagePart(
        "money", "Money", "", List.of(allocation, emergency), "This release has no money figures of this area.");
  }

  PagePart peers(String geography, String code) {
    TableData peers = table("peers");
    Exhibit list =
        ExhibitBuilder.of(own("peers", geography, code))
            .label(
                "Area", row -> Amount.cut(peers.text(row, "peer_name"), 120),
                row -> AreaPages.href(site, geography, peers.text(row, "peer_code")))
            .number("Place", NumberStyle.WHOLE, peers.number("peer_rank"))
            .number("Distance", NumberStyle.TWO, peers.number("distance"))
            .table("peers-table", "Areas most like it", "Shares of people under 18, 65–84, 85 and over; people", "",
                "csv/peers.csv");
    TableData means = table("peer_means");
    List<Object[]> latest = new ArrayList<>();
    Map<String, Object[]> byIndicator = new LinkedHashMap<>();
    for (Object[] row : own("peer_means", geography, code)) {
      if (!Double.isNaN(means.number(row, "difference")) && means.text(row, "period_kind").equals("financial_year")) {
        byIndicator.put(means.text(row, "indicator"), row);
      }
    }
    latest.addAll(byIndicator.values());
    Exhibit comparison =
        ExhibitBuilder.of(latest)
            .label("Indicator", row -> title(means.text(row, "indicator")))
            .text("Year", row -> IndicatorData.period(means, row).label())
            .number("Here", NumberStyle.ONE, means.number("value"))
            .number("Mean of its peers", NumberStyle.ONE, means.number("peer_mean"))
            .number("Difference", NumberStyle.SIGNED, means.number("difference"))
            .number("95% from", NumberStyle.SIGNED, means.number("difference_lower_95"))
            .number("to", NumberStyle.SIGNED, means.number("difference_upper_95"))
            .number("Peers compared", NumberStyle.WHOLE, means.number("n"))
            .table("beside-peers", "Compared with its peers", "Latest year that can be compared; as was", "",
                "csv/peer_means.csv");
    return new PagePart("peers", "Areas like it", "", List.of(comparison, list), "No peers are known for this area.");
  }

  PagePart plans(String geography, String code) {
    return new PagePart(
        "plans", "Plans", "",
        List.of(PlanTable.of(table("plans"), own("plans", geography, code), row -> "")),
        "No plan that this program knows is about this area.");
  }

  PagePart coherence(String geography, String code) {
    TableData table = table("coherence");
    Exhibit measures =
        ExhibitBuilder.of(own("coherence", geography, code))
            .label("Looked at", row -> CoherencePage.words(table.text(row, "measure")))
            .text("Value", row -> CoherencePage.value(table, row))
            .text("Status", row -> table.text(row, "status").replace('_', ' '))
            .text("Names and counts behind it", table.text("reason"))
            .table("grain", "Along or against the grain", "Table coherence", "", "csv/coherence.csv");
    return new PagePart("coherence", "How it is drawn", "", List.of(measures), "This release has no coherence of it.");
  }
}
