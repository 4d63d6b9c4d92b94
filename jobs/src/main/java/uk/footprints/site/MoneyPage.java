package uk.footprints.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.report.money.AllocationReport;
import uk.footprints.report.money.CostScopes;
import uk.footprints.report.money.EmergencyCosts;
import uk.footprints.report.money.SpendingReport;
import uk.footprints.report.money.SupplierConcentration;

/** The page about allocations and need, what emergency care costs, trusts' accounts, and payments to suppliers. */
final class MoneyPage {

  private MoneyPage() {}

  static StoryPage of(SiteContext site) {
    return StoryPage.of(
        site.frame("Money", "money.html", true), "Money",
        "Allocations against assessed need, the cost of emergency care, surplus or deficit of trusts, and payments over"
            + " £25,000 by supplier and category.",
        List.of(
            new PagePart(
                "allocations", "Allocation per head and assessed need", "", List.of(allocations(site)),
                "No data: this release has no file of allocations to integrated care boards (NHS England)."),
            new PagePart(
                "costs", "Cost of emergency care", "", List.of(costs(site), costsOfAreas(site)),
                "No data: this release has no file of the National Cost Collection (NHS England)."),
            new PagePart(
                "trusts", "Surplus or deficit of trusts", "", TrustAccounts.exhibits(site),
                "No data: this release has no accounts of trusts (NHS England, TAC data)."),
            new PagePart(
                "payments", "Payments over £25,000", "", List.of(payments(site), concentration(site)),
                "No data: this release has no files of payments over £25,000.")));
  }

  /** An area's allocation per head and need, beside England and the year before. */
  private record AllocationLine(
      AllocationReport.Row allocation, AllocationReport.Row need, AllocationReport.Row before) {

    double perHead() {
      return allocation.value();
    }

    double overNeed() {
      return need == null ? Double.NaN : 100 * (allocation.ratio() / need.ratio() - 1);
    }

    double needOverEngland() {
      return need == null ? Double.NaN : 100 * (need.ratio() - 1);
    }

    double change() {
      return before == null ? Double.NaN : 100 * (allocation.value() / before.value() - 1);
    }
  }

  private static Exhibit allocations(SiteContext site) {
    Map<String, TreeMap<String, AllocationReport.Row>> given = byArea(site, "allocation_per_person");
    Map<String, TreeMap<String, AllocationReport.Row>> needed = byArea(site, "need");
    List<AllocationLine> lines = new ArrayList<>();
    given.forEach(
        (area, years) ->
            years.forEach(
                (year, row) -> {
                  Map.Entry<String, AllocationReport.Row> before = years.lowerEntry(year);
                  lines.add(
                      new AllocationLine(
                          row, needed.getOrDefault(area, new TreeMap<>()).get(year),
                          before == null ? null : before.getValue()));
                }));
    lines.sort(
        Comparator.comparing((AllocationLine line) -> line.allocation().financialYear()).reversed()
            .thenComparing(ReportPages.largestFirst(AllocationLine::overNeed))
            .thenComparing(ReportPages.largestFirst(AllocationLine::perHead)));
    boolean judged = lines.stream().anyMatch(line -> !Double.isNaN(line.overNeed()));
    ExhibitBuilder<AllocationLine> builder =
        ExhibitBuilder.of(lines)
            .filter("Year", line -> line.allocation().financialYear())
            .area(
                site, line -> line.allocation().geography(), line -> line.allocation().areaCode(),
                line -> line.allocation().areaName());
    if (judged) {
      builder
          .series("Allocation against need", NumberStyle.SIGNED_PERCENT, AllocationLine::overNeed)
          .number("Allocation per head", NumberStyle.POUNDS, AllocationLine::perHead);
    } else {
      builder.series("Allocation per head", NumberStyle.POUNDS, AllocationLine::perHead);
    }
    return builder
        .number("England, per head", NumberStyle.POUNDS, line -> line.allocation().england())
        .number(
            "Allocation against England's", NumberStyle.SIGNED_PERCENT, line -> 100 * (line.allocation().ratio() - 1))
        .number("Need against England's", NumberStyle.SIGNED_PERCENT, AllocationLine::needOverEngland)
        .number("Change on the year before", NumberStyle.SIGNED_PERCENT, AllocationLine::change)
        .text("Caveats", line -> site.words(line.allocation().reason()))
        .exhibit(
            "given-table",
            judged ? "Allocation per head against assessed need, % above or below" : "Allocation per head, £",
            site.sources().of("allocations"),
            judged
                ? "Zero means that an area's share of the allocation equals its share of assessed need."
                : "These files have no assessed need of the year of the allocations, so the two are not compared.",
            "bars", judged ? "%" : "£", "csv/allocation.csv");
  }

  private static Map<String, TreeMap<String, AllocationReport.Row>> byArea(SiteContext site, String quantity) {
    Map<String, TreeMap<String, AllocationReport.Row>> byArea = new TreeMap<>();
    site.input().rows(AllocationReport.TABLE).stream()
        .filter(row -> row.quantity().equals(quantity) && !row.geography().equals(SiteContext.COUNTRY))
        .filter(row -> SiteContext.shown(row.geography()))
        .forEach(
            row ->
                byArea.computeIfAbsent(row.geography() + " " + row.areaCode(), a -> new TreeMap<>())
                    .put(row.financialYear(), row));
    return byArea;
  }

  /** Returns what care cost England, by what is counted and at whose prices. */
  private static Exhibit costs(SiteContext site) {
    List<CostScopes.Row> costs =
        site.input().rows(CostScopes.TABLE).stream().filter(row -> !Double.isNaN(row.cost())).toList();
    return ExhibitBuilder.of(costs)
        .filter("Care", row -> MoneyWords.sentence(row.scopeName()))
        .filter(
            "Prices",
            row ->
                row.prices().equals(row.financialYear()) ? "at the prices of each year (cash)"
                    : "at the prices of " + row.prices())
        .label("Year", CostScopes.Row::financialYear)
        .series("Cost", NumberStyle.ONE, row -> row.cost() / 1e6)
        .number("Number", NumberStyle.WHOLE, CostScopes.Row::activity)
        .text("Counted in", CostScopes.Row::unit)
        .number("Average cost of one", NumberStyle.POUNDS, CostScopes.Row::unitCost)
        .text("Method", row -> site.words(row.method()))
        .text("Caveats", row -> row.reason())
        .exhibit(
            "cost-scopes", "Cost of non-elective care and A&E in England, £ million",
            site.sources().of("unit_costs", "reference_costs", "deflators"),
            "Constant prices use the deflators of HM Treasury.", "columns", "£ million", "csv/cost_scopes.csv");
  }

  private static Exhibit costsOfAreas(SiteContext site) {
    List<EmergencyCosts.Row> costs = site.input().rows(EmergencyCosts.TABLE);
    return ExhibitBuilder.of(
            costs.stream().filter(row -> !Double.isNaN(row.cost()) && SiteContext.shown(row.geography())).toList())
        .filter("Area", row -> Amount.cut(row.areaName()))
        .filter("Care", row -> MoneyWords.scope(row.scope()))
        .label("Year", EmergencyCosts.Row::financialYear)
        .series("Cost", NumberStyle.ONE, row -> row.cost() / 1e6)
        .number("Admissions or attendances", NumberStyle.WHOLE, EmergencyCosts.Row::activity)
        .number("Average cost of one", NumberStyle.POUNDS, EmergencyCosts.Row::unitCost)
        .number("Cost per person", NumberStyle.POUNDS, EmergencyCosts.Row::costPerHead)
        .text("Method", row -> site.words(row.method()))
        .exhibit(
            "costs-table", "Cost of emergency care by area, £ million at the prices of each year",
            site.sources().of("unit_costs", "reference_costs"),
            "Costs of areas are estimates: their admissions and attendances at England's average cost.", "columns",
            "£ million", "csv/emergency_costs.csv");
  }

  private static Exhibit payments(SiteContext site) {
    return ExhibitBuilder.of(site.input().rows(SpendingReport.TABLE))
        .filter("Payer", row -> Amount.cut(site.organisations().name(row.payer())))
        .filter("Year", row -> year(row.financialYear()))
        .filter("By", row -> row.dimension().equals("supplier") ? "Supplier, the twenty largest" : "Category")
        .label("Supplier or category", row -> Amount.cut(OrganisationNames.written(row.item())))
        .series("Amount", NumberStyle.TWO, row -> row.amount() / 1e6)
        .number("Share of all payments", NumberStyle.PERCENT, SpendingReport.Row::sharePct)
        .number("Payments", NumberStyle.WHOLE, SpendingReport.Row::n)
        .text("Code of the payer", SpendingReport.Row::payer)
        .exhibit(
            "paid-table", "Payments over £25,000", site.sources().of("spend_over_25k"),
            "Only lines over £25,000 that the payer published; payroll and smaller payments are not among them.",
            "bars",
            "£ million", "csv/spending.csv");
  }

  private static Exhibit concentration(SiteContext site) {
    return ExhibitBuilder.of(site.input().rows(SupplierConcentration.TABLE))
        .label("Payer", row -> Amount.cut(site.organisations().name(row.payer())))
        .text("Code", SupplierConcentration.Row::payer)
        .text("Year", row -> year(row.financialYear()))
        .number("Suppliers", NumberStyle.WHOLE, SupplierConcentration.Row::suppliers)
        .number("Amount", NumberStyle.MILLIONS, SupplierConcentration.Row::amount)
        .number("Share of the largest", NumberStyle.PERCENT, SupplierConcentration.Row::largestPct)
        .number("Share of the five largest", NumberStyle.PERCENT, SupplierConcentration.Row::fiveLargestPct)
        .number("Herfindahl-Hirschman index", NumberStyle.WHOLE, SupplierConcentration.Row::hhi)
        .text("Method", row -> site.words(row.method()))
        .table(
            "concentration", "Concentration of payments on suppliers", site.sources().of("spend_over_25k"),
            "The index is 10,000 where all is paid to one supplier, and near zero where many are paid little.",
            "csv/concentration.csv");
  }

  private static String year(String text) {
    return text.equals("undated") ? "without a date" : text;
  }
}
