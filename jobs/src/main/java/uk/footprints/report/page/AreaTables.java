package uk.footprints.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.indicator.Indicator;
import uk.footprints.table.Filled;

/** What reports say of one area: special causes, beds, money, peers, plans, coherence. */
final class AreaTables {

  private static final int QUARTERS = 12;

  private final Site site;
  private final Map<String, Rows> rows = new LinkedHashMap<>();

  AreaTables(Site site) {
    this.site = site;
    for (String name :
        List.of(
            "spc", "beds", "allocation", "emergency_costs", "peers", "peer_means", "plans", "coherence",
            "long_trends")) {
      rows.put(name, Rows.of(site.materials().table(name)));
    }
  }

  private List<Object[]> own(String table, String geography, String code) {
    return rows.get(table).of(geography, code);
  }

  private Filled table(String name) {
    return rows.get(name).filled();
  }

  private String title(String indicator) {
    return site.materials().evidence().findIndicator(indicator).map(Indicator::title).orElse(indicator);
  }

  private String indicatorPage(String indicator, String geography, String code) {
    return "indicators/" + indicator + ".html#" + Site.name(geography) + "/" + code;
  }

  /** What the control charts say of the latest months, and where the long run goes. */
  Part causes(String geography, String code) {
    Filled spc = table("spc");
    Map<String, Causes> latest = new LinkedHashMap<>();
    for (Object[] row : own("spc", geography, code)) {
      if (!Double.isNaN(spc.number(row, "value"))) {
        latest.merge(spc.text(row, "indicator"), Causes.of(spc, row), Causes::then);
      }
    }
    Exhibit table =
        Sheet.of(List.copyOf(latest.values()))
            .label("Indicator", c -> title(c.indicator()), c -> indicatorPage(c.indicator(), geography, code))
            .text("Latest month or quarter", Causes::label)
            .text("What it is", Causes::words)
            .text("Since", Causes::since)
            .number("Value without season", Style.ONE, Causes::value)
            .number("Mean", Style.ONE, Causes::mean)
            .number("Lower limit", Style.ONE, Causes::lower)
            .number("Upper limit", Style.ONE, Causes::upper)
            .table(
                "causes-table", "The latest point on each control chart",
                "XmR charts of months or quarters, season taken out; limits of its own era; as was", "", "");
    Filled trends = table("long_trends");
    Exhibit longRun =
        Sheet.of(own("long_trends", geography, code).stream()
                .filter(row -> !Double.isNaN(trends.number(row, "slope_per_year")))
                .toList())
            .label("Indicator", row -> title(trends.text(row, "indicator")))
            .text("From", trends.text("first"))
            .text("To", trends.text("last"))
            .number("Change a year", Style.TWO, trends.number("slope_per_year"))
            .number("95% from", Style.TWO, trends.number("slope_lower_95"))
            .number("to", Style.TWO, trends.number("slope_upper_95"))
            .text("Trend", trends.text("trend"))
            .table("long-run", "The long run", "Theil and Sen's slope, Hamed and Rao's test at 5%; as was", "",
                "csv/long_trends.csv");
    return new Part(
        "causes", "More than chance", "", List.of(table, longRun), "No control chart could be drawn for this area.");
  }

  Part beds(String geography, String code) {
    Filled beds = table("beds");
    List<Object[]> all = own("beds", geography, code);
    List<Object[]> last = all.subList(Math.max(0, all.size() - QUARTERS), all.size());
    Exhibit table =
        Sheet.of(last)
            .label("Quarter", row -> IndicatorData.period(beds, row).label())
            .number("Available", Style.WHOLE, beds.number("available"))
            .number("Occupied", Style.WHOLE, beds.number("occupied"))
            .series("Occupancy, %", Style.ONE, beds.number("occupancy"))
            .number("Quarters above 85%", Style.WHOLE, beds.number("quarters_over_85"))
            .number("Quarters above 92%", Style.WHOLE, beds.number("quarters_over_92"))
            .number("Beds per 1,000 people", Style.TWO, beds.number("beds_per_1000"))
            .number("Four hours, type 1, %", Style.ONE, beds.number("four_hour_type_1"))
            .exhibit(
                "beds-table", "General and acute beds overnight", "KH03, the latest quarters; as was",
                "Averages of the days of a quarter.", "lines", "% occupied", "csv/beds.csv");
    return new Part("beds", "Beds", "", List.of(table), "This release has no beds of this area.");
  }

  Part money(String geography, String code) {
    Filled given = table("allocation");
    Exhibit allocation =
        Sheet.of(own("allocation", geography, code))
            .label("What", row -> given.text(row, "quantity").replace('_', ' '))
            .text("Year", given.text("financial_year"))
            .number("Value", Style.TWO, given.number("value"))
            .number("England", Style.TWO, given.number("england"))
            .number("Over England's", Style.THREE, given.number("ratio"))
            .text("Mind", given.text("reason"))
            .table("allocation", "What it is given, and said to need", "Allocations; pounds a head and weights", "",
                "csv/allocation.csv");
    Filled costs = table("emergency_costs");
    Exhibit emergency =
        Sheet.of(own("emergency_costs", geography, code).stream()
                .filter(row -> !Double.isNaN(costs.number(row, "cost")))
                .toList())
            .label("What is counted", row -> costs.text(row, "scope").replace('_', ' '))
            .text("Year", costs.text("financial_year"))
            .number("Cost", Style.MILLIONS, costs.number("cost"))
            .number("A head", Style.POUNDS, costs.number("cost_per_head"))
            .text("How", costs.text("method"))
            .table("costs", "What emergency care costs", "National average unit costs; an estimate for areas", "",
                "csv/emergency_costs.csv");
    return new Part(
        "money", "Money", "", List.of(allocation, emergency), "This release has no money figures of this area.");
  }

  Part peers(String geography, String code) {
    Filled peers = table("peers");
    Exhibit list =
        Sheet.of(own("peers", geography, code))
            .label(
                "Area", row -> Amount.cut(peers.text(row, "peer_name"), 120),
                row -> AreaPages.href(site, geography, peers.text(row, "peer_code")))
            .number("Place", Style.WHOLE, peers.number("peer_rank"))
            .number("Distance", Style.TWO, peers.number("distance"))
            .table("peers-table", "Areas most like it", "Shares of people under 18, 65–84, 85 and over; people", "",
                "csv/peers.csv");
    Filled means = table("peer_means");
    List<Object[]> latest = new ArrayList<>();
    Map<String, Object[]> byIndicator = new LinkedHashMap<>();
    for (Object[] row : own("peer_means", geography, code)) {
      if (!Double.isNaN(means.number(row, "difference")) && means.text(row, "period_kind").equals("financial_year")) {
        byIndicator.put(means.text(row, "indicator"), row);
      }
    }
    latest.addAll(byIndicator.values());
    Exhibit beside =
        Sheet.of(latest)
            .label("Indicator", row -> title(means.text(row, "indicator")))
            .text("Year", row -> IndicatorData.period(means, row).label())
            .number("Here", Style.ONE, means.number("value"))
            .number("Mean of its peers", Style.ONE, means.number("peer_mean"))
            .number("Difference", Style.SIGNED, means.number("difference"))
            .number("95% from", Style.SIGNED, means.number("difference_lower_95"))
            .number("to", Style.SIGNED, means.number("difference_upper_95"))
            .number("Peers compared", Style.WHOLE, means.number("n"))
            .table("beside-peers", "Beside its peers", "Latest year that can be compared; as was", "",
                "csv/peer_means.csv");
    return new Part("peers", "Areas like it", "", List.of(beside, list), "No peers are known for this area.");
  }

  Part plans(String geography, String code) {
    return new Part(
        "plans", "Plans", "",
        List.of(PlanTable.of(table("plans"), own("plans", geography, code), row -> "")),
        "No plan that this program knows is about this area.");
  }

  Part coherence(String geography, String code) {
    Filled table = table("coherence");
    Exhibit measures =
        Sheet.of(own("coherence", geography, code))
            .label("Looked at", row -> Grain.words(table.text(row, "measure")))
            .text("Value", row -> Grain.value(table, row))
            .text("Status", row -> table.text(row, "status").replace('_', ' '))
            .text("What stands behind it", table.text("reason"))
            .table("grain", "Along or against the grain", "Table coherence", "", "csv/coherence.csv");
    return new Part("coherence", "How it is drawn", "", List.of(measures), "This release has no coherence of it.");
  }
}
