package uk.footprints.report.money;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.catalogue.Reports;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.TableExcerpt;

/**
 * Reports how concentrated an organisation's purchases are on few suppliers: shares of the largest suppliers, and the
 * Herfindahl-Hirschman index (Hirschman, American Economic Review 1964; 54: 761-762).
 */
public final class SupplierConcentration implements Report<SupplierConcentration.Row> {

  /** A row: organisation x financial year: how concentrated its purchases are. */
  public record Row(
      @Column(value = "ODS code of the payer, or its name where there is no code.", required = true) String payer,
      @Column(value = "The year of the day of payment; undated where there is none.", required = true)
      String financialYear,
      @Column(value = "Lines of purchases.", unit = "lines") int n,
      @Column(value = "Suppliers that were paid more than they paid back.", unit = "suppliers") int suppliers,
      @Column(value = "Payments to these suppliers.", unit = "GBP") double amount,
      @Column(value = "Lines that are not purchases: balance sheet, financing, taxes.", unit = "GBP") double leftOut,
      @Column(value = "Share of the largest supplier.", unit = "%") double largestPct,
      @Column(value = "Share of the five largest.", unit = "%") double fiveLargestPct,
      @Column(value = "Share of the ten largest.", unit = "%") double tenLargestPct,
      @Column(value = "Sum of squared shares in per cent: 10,000 for one supplier.", unit = "0 to 10000") double hhi,
      @Column("How.") String method,
      @Column("Why there is none.") String reason) {}

  /** The table {@code concentration}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "concentration", "organisation x financial year: how concentrated its purchases are",
          Row.class, "payer", "financial_year");

  @Override
  public String question() {
    return "How concentrated are purchases on few suppliers?";
  }

  @Override
  public RecordTable<Row> recordTable() {
    return TABLE;
  }

  @Override
  public List<TableExcerpt<?>> reads() {
    return List.of(SupplierPurchases.TRANSACTIONS);
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    for (SupplierPurchases all : SupplierPurchases.of(evidence)) {
      SupplierPurchases bought = all.bought();
      double[] paid =
          bought.by(SupplierPurchases.Line::supplier).stream()
              .mapToDouble(SupplierPurchases.Item::amount)
              .filter(amount -> amount > 0)
              .toArray();
      double sum = largest(paid, paid.length);
      double hhi = 0;
      for (double amount : paid) {
        hhi += 1e4 * (amount / sum) * (amount / sum);
      }
      rows.add(
          new Row(
              all.payer(), all.year(), bought.lines().size(), paid.length, sum, all.amount() - bought.amount(),
              100 * largest(paid, 1) / sum, 100 * largest(paid, 5) / sum, 100 * largest(paid, 10) / sum,
              paid.length == 0 ? Double.NaN : hhi, "suppliers by normalised name; companies of a group are separate",
              paid.length == 0 ? "no purchases" : ""));
    }
    return rows;
  }

  private static double largest(double[] paid, int n) {
    double sum = 0;
    for (int i = 0; i < Math.min(n, paid.length); i++) {
      sum += paid[i];
    }
    return sum;
  }
}
