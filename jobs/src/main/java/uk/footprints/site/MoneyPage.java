package uk.footprints.site;

import java.util.Comparator;
import java.util.List;
import uk.footprints.table.TableData;

/** The page about what emergency care costs, what areas are allocated, and to whom payers pay. */
final class MoneyPage {

  private MoneyPage() {}

  static StoryPage of(SiteContext site) {
    return StoryPage.of(
        site.frame("Money", "money.html", true), "Money",
        "What emergency care costs depends on what one counts; what areas are given is not what they need; and the"
            + " payments over £25,000 show to whom it goes.",
        List.of(
            new PagePart("costs", "What it costs", "", List.of(costs(site)), "This release has no unit costs."),
            new PagePart("given", "What areas are given", "", List.of(given(site)), "This release has no allocations."),
            new PagePart(
                "paid", "To whom it goes", "", List.of(paid(site), concentration(site)),
                "This release has no payments.")));
  }

  private static Exhibit costs(SiteContext site) {
    TableData costs = site.materials().table("emergency_costs");
    return ExhibitBuilder.of(costs.rows().stream().filter(row -> !Double.isNaN(costs.number(row, "cost"))).toList())
        .filter("Area", row -> Amount.cut(costs.text(row, "area_name"), 120))
        .filter("Counted", row -> costs.text(row, "scope").replace('_', ' '))
        .label("Year", costs.text("financial_year"))
        .series("Cost, £m", NumberStyle.ONE, row -> costs.number(row, "cost") / 1e6)
        .number("Activity", NumberStyle.WHOLE, costs.number("activity"))
        .number("Average cost of one", NumberStyle.POUNDS, costs.number("unit_cost"))
        .number("A head", NumberStyle.POUNDS, costs.number("cost_per_head"))
        .text("How", costs.text("method"))
        .exhibit(
            "costs-table", "Emergency care by what is counted", "National cost collection; prices of the year",
            "Areas' costs are estimates by the country's average cost.", "columns", "£ million",
            "csv/emergency_costs.csv");
  }

  private static Exhibit given(SiteContext site) {
    TableData given = site.materials().table("allocation");
    return ExhibitBuilder.of(
            given.rows().stream()
                .filter(row -> !given.text(row, "geography").equals(SiteContext.COUNTRY))
                .sorted(Comparator.comparingDouble(row -> -ReportPages.value(given, row, "ratio")))
                .toList())
        .filter("What", row -> given.text(row, "quantity").replace('_', ' '))
        .filter("Year", given.text("financial_year"))
        .label("Area", row -> ReportPages.cut(given, row, "area_name"), row -> ReportPages.area(site, given, row))
        .series("Over England's", NumberStyle.THREE, given.number("ratio"))
        .number("Value", NumberStyle.TWO, given.number("value"))
        .number("England", NumberStyle.TWO, given.number("england"))
        .text("Caveats", given.text("reason"))
        .exhibit(
            "given-table", "Per head, compared with England", "Allocations; integrated care boards; as was",
            "1 is England. Above it is more a head, or more need.", "bars", "ratio to England",
            "csv/allocation.csv");
  }

  private static Exhibit paid(SiteContext site) {
    TableData paid = site.materials().table("spending");
    return ExhibitBuilder.of(paid.rows())
        .filter("Payer", paid.text("payer"))
        .filter("Year", paid.text("financial_year"))
        .filter("By", paid.text("dimension"))
        .label("Paid for, or to", row -> ReportPages.cut(paid, row, "item"))
        .series("Amount, £m", NumberStyle.TWO, row -> paid.number(row, "amount") / 1e6)
        .number("Part", NumberStyle.PERCENT, paid.number("share_pct"))
        .number("Payments", NumberStyle.WHOLE, paid.number("n"))
        .exhibit(
            "paid-table", "Payments over £25,000", "Lines as published by each payer",
            "Only what these payers published; not all spending.", "bars", "£ million", "csv/spending.csv");
  }

  private static Exhibit concentration(SiteContext site) {
    TableData table = site.materials().table("concentration");
    return ExhibitBuilder.of(table.rows())
        .label("Payer", row -> table.text(row, "payer") + ", " + table.text(row, "financial_year"))
        .number("Suppliers", NumberStyle.WHOLE, table.number("suppliers"))
        .number("Amount", NumberStyle.MILLIONS, table.number("amount"))
        .number("Largest", NumberStyle.PERCENT, table.number("largest_pct"))
        .number("Five largest", NumberStyle.PERCENT, table.number("five_largest_pct"))
        .number("Herfindahl index", NumberStyle.WHOLE, table.number("hhi"))
        .text("How", table.text("method"))
        .table("concentration", "How few suppliers", "Table concentration", "", "csv/concentration.csv");
  }
}
