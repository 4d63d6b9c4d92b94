package uk.footprints.report.money;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportHead;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/**
 * Reports what emergency care cost England, by what is counted, by financial year and at the prices of each year, beside
 * the control totals of the publication.
 */
public final class CostScopes implements Report<CostScopes.Row> {

  private static final double PENNY = 0.01;

  /** A row: scope x financial year x prices. */
  public record Row(
      @Column(value = "What is counted: all non-elective care, without obstetrics, stays, excess bed days, …",
          required = true)
      String scope,
      @Column("The scope in words.") String scopeName,
      @Column(value = "The year of the care.", required = true) String financialYear,
      @Column(value = "The financial year whose prices these are; that of the care for cash.", required = true)
      String prices,
      @Column("Episodes, attendances or bed days, as unit says.") double activity,
      @Column("Unit of the activity.") String unit,
      @Column(value = "Cost over activity.", unit = "GBP") double unitCost,
      @Column(value = "Cost of all.", unit = "GBP") double cost,
      @Column("Prices of the column prices over those of the year of the care (GDP deflator).") double deflator,
      @Column(value = "Sum of the schedules in the index of the publication, for whole schedules at their own prices.",
          unit = "GBP")
      double indexCost,
      @Column(value = "Cost less index_cost; 0 where they are the same to the penny.", unit = "GBP")
      double indexDifference,
      @Column("How.") String method,
      @Column("Why there is none.") String reason,
      @Column("Why cost and index_cost differ; absent where they are the same to the penny.") String indexReason) {}

  /** The table {@code cost_scopes}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "cost_scopes", "scope x financial year x prices: what emergency care cost England", Row.class,
          "scope", "financial_year", "prices");

  private static final ReportHead<Row> HEAD =
      ReportHead.of(TABLE, "What did emergency care cost England, by what is counted, and at whose prices?")
          .withExcerpts(CostLedger.SCHEDULES, CostLedger.TOTALS, CostLedger.COLLECTION, Deflators.LEVELS);

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    CostLedger ledger = new CostLedger(evidence);
    List<Row> rows = new ArrayList<>();
    for (CostScope scope : CostScope.values()) {
      for (int year : ledger.years()) {
        TreeSet<Integer> prices = new TreeSet<>(ledger.years());
        prices.retainAll(ledger.deflators().years());
        prices.add(year);
        CostLedger.ScopeCost cost = ledger.cost(scope, year);
        for (int price : cost.reason().isEmpty() ? prices : new TreeSet<>(List.of(year))) {
          rows.add(row(ledger, scope, year, price, cost));
        }
      }
    }
    return rows;
  }

  private static Row row(CostLedger ledger, CostScope scope, int year, int price, CostLedger.ScopeCost cost) {
    double factor = ledger.factor(year, price);
    boolean cash = year == price;
    boolean priced = !Double.isNaN(factor);
    double index = cash ? cost.index() : Double.NaN;
    double difference = cost.cost() - index;
    String source =
        ledger.fromSchedule(year)
            ? "national schedule: activity times average unit cost, or the cost that it states"
            : "national cost collection, as others tidied it";
    String unpriced = "no deflator edition has both " + label(year) + " and " + label(price);
    return new Row(
        scope.id(), scope.title(), label(year), label(price), cost.activity(), scope.unit(),
        factor * cost.cost() / cost.activity(), factor * cost.cost(), factor, index,
        Math.abs(difference) < PENNY ? 0 : difference, source + (cash ? "" : "; GDP deflator"),
        cost.reason().isEmpty() ? priced ? "" : unpriced : cost.reason(), indexReason(cost, difference));
  }

  /** Explains a difference from the index; empty where there is none of a penny. */
  private static String indexReason(CostLedger.ScopeCost cost, double difference) {
    if (Double.isNaN(difference) || Math.abs(difference) < PENNY) {
      return "";
    }
    return cost.withoutCost() > 0
        ? "%d of %d lines of the schedule state no cost".formatted(cost.withoutCost(), cost.lines())
        : ("the %d lines of the schedule, added without rounding, are %.3f and its index states %.3f: "
            + "the publication differs from itself").formatted(cost.lines(), cost.cost(), cost.index());
  }

  private static String label(int year) {
    return Period.financialYear(year).label();
  }
}
