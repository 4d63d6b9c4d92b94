package uk.footprints.site;

import java.util.List;
import uk.footprints.report.money.AllocationReport;
import uk.footprints.report.money.EmergencyCosts;
import uk.footprints.report.money.SpendingReport;
import uk.footprints.report.money.SupplierConcentration;

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
    List<EmergencyCosts.Row> costs = site.input().rows(EmergencyCosts.TABLE);
    return ExhibitBuilder.of(costs.stream().filter(row -> !Double.isNaN(row.cost())).toList())
        .filter("Area", row -> Amount.cut(row.areaName()))
        .filter("Counted", row -> row.scope().replace('_', ' '))
        .label("Year", EmergencyCosts.Row::financialYear)
        .series("Cost, £m", NumberStyle.ONE, row -> row.cost() / 1e6)
        .number("Activity", NumberStyle.WHOLE, EmergencyCosts.Row::activity)
        .number("Average cost of one", NumberStyle.POUNDS, EmergencyCosts.Row::unitCost)
        .number("A head", NumberStyle.POUNDS, EmergencyCosts.Row::costPerHead)
        .text("How", EmergencyCosts.Row::method)
        .exhibit(
            "costs-table", "Emergency care by what is counted", "National cost collection; prices of the year",
            "Areas' costs are estimates by the country's average cost.", "columns", "£ million",
            "csv/emergency_costs.csv");
  }

  private static Exhibit given(SiteContext site) {
    return ExhibitBuilder.of(
            site.input().rows(AllocationReport.TABLE).stream()
                .filter(row -> !row.geography().equals(SiteContext.COUNTRY))
                .sorted(ReportPages.largestFirst(AllocationReport.Row::ratio))
                .toList())
        .filter("What", row -> row.quantity().replace('_', ' '))
        .filter("Year", AllocationReport.Row::financialYear)
        .label("Area", row -> Amount.cut(row.areaName()), row -> AreaPages.href(site, row.geography(), row.areaCode()))
        .series("Over England's", NumberStyle.THREE, AllocationReport.Row::ratio)
        .number("Value", NumberStyle.TWO, AllocationReport.Row::value)
        .number("England", NumberStyle.TWO, AllocationReport.Row::england)
        .text("Caveats", AllocationReport.Row::reason)
        .exhibit(
            "given-table", "Per head, compared with England", "Allocations; integrated care boards; as was",
            "1 is England. Above it is more a head, or more need.", "bars", "ratio to England",
            "csv/allocation.csv");
  }

  private static Exhibit paid(SiteContext site) {
    return ExhibitBuilder.of(site.input().rows(SpendingReport.TABLE))
        .filter("Payer", SpendingReport.Row::payer)
        .filter("Year", SpendingReport.Row::financialYear)
        .filter("By", SpendingReport.Row::dimension)
        .label("Paid for, or to", row -> Amount.cut(row.item()))
        .series("Amount, £m", NumberStyle.TWO, row -> row.amount() / 1e6)
        .number("Part", NumberStyle.PERCENT, SpendingReport.Row::sharePct)
        .number("Payments", NumberStyle.WHOLE, SpendingReport.Row::n)
        .exhibit(
            "paid-table", "Payments over £25,000", "Lines as published by each payer",
            "Only what these payers published; not all spending.", "bars", "£ million", "csv/spending.csv");
  }

  private static Exhibit concentration(SiteContext site) {
    return ExhibitBuilder.of(site.input().rows(SupplierConcentration.TABLE))
        .label("Payer", row -> row.payer() + ", " + row.financialYear())
        .number("Suppliers", NumberStyle.WHOLE, SupplierConcentration.Row::suppliers)
        .number("Amount", NumberStyle.MILLIONS, SupplierConcentration.Row::amount)
        .number("Largest", NumberStyle.PERCENT, SupplierConcentration.Row::largestPct)
        .number("Five largest", NumberStyle.PERCENT, SupplierConcentration.Row::fiveLargestPct)
        .number("Herfindahl index", NumberStyle.WHOLE, SupplierConcentration.Row::hhi)
        .text("How", SupplierConcentration.Row::method)
        .table("concentration", "How few suppliers", "Table concentration", "", "csv/concentration.csv");
  }
}
