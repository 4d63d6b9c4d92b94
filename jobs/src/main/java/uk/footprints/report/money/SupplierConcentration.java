package uk.footprints.report.money;

import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;
import static uk.footprints.table.Field.whole;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.catalogue.Reports;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportColumns;
import uk.footprints.table.Table;
import uk.footprints.table.TableExcerpt;

/**
 * Reports how concentrated an organisation's purchases are on few suppliers: shares of the largest suppliers, and the
 * Herfindahl-Hirschman index (Hirschman, American Economic Review 1964; 54: 761-762).
 */
public final class SupplierConcentration implements Report {

  private static final Table TABLE =
      new Table(
          "concentration",
          "organisation x financial year: how concentrated its purchases are",
          List.of("payer", "financial_year"),
          ReportColumns.of(
              key("payer", "ODS code of the payer, or its name where there is no code."),
              key("financial_year", "The year of the day of payment; undated where there is none."),
              whole("n", "Lines of purchases.", "lines"),
              whole("suppliers", "Suppliers that were paid more than they paid back.", "suppliers"),
              number("amount", "Payments to these suppliers.", "GBP"),
              number("left_out", "Lines that are not purchases: balance sheet, financing, taxes.", "GBP"),
              number("largest_pct", "Share of the largest supplier.", "%"),
              number("five_largest_pct", "Share of the five largest.", "%"),
              number("ten_largest_pct", "Share of the ten largest.", "%"),
              number("hhi", "Sum of squared shares in per cent: 10,000 for one supplier.", "0 to 10000"),
              text("method", "How."),
              text("reason", "Why there is none.")));

  @Override
  public String question() {
    return "How concentrated are purchases on few suppliers?";
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public List<TableExcerpt<?>> reads() {
    return List.of(SupplierPurchases.TRANSACTIONS);
  }

  @Override
  public List<Object[]> rows(Evidence evidence) {
    List<Object[]> rows = new ArrayList<>();
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
          ReportColumns.row(
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
