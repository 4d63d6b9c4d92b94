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

/** Reports who was paid, and for what: lines over £25,000 by category, and the largest suppliers by payer and year. */
public final class SpendingReport implements Report {

  private static final int LARGEST = 20;

  private static final Table TABLE =
      new Table(
          "spending",
          "organisation x financial year x category or large supplier",
          List.of("payer", "financial_year", "dimension", "item"),
          ReportColumns.of(
              key("payer", "ODS code of the payer, or its name where there is no code."),
              key("financial_year", "The year of the day of payment; undated where there is none."),
              key("dimension", "category; or supplier: the twenty largest, of purchases only."),
              key("item", "The category or the supplier."),
              whole("place", "1 is the largest.", ""),
              whole("n", "Lines.", "lines"),
              number("amount", "Payments less refunds.", "GBP"),
              number("share_pct", "Share of all lines of the dimension.", "%"),
              text("method", "Which lines are counted.")));

  @Override
  public String question() {
    return "Who was paid, and for what?";
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
      add(rows, all, "category", all.by(SupplierPurchases.Line::category), "lines over £25,000 as published");
      SupplierPurchases bought = all.bought();
      List<SupplierPurchases.Item> suppliers = bought.by(SupplierPurchases.Line::supplier);
      add(
          rows, bought, "supplier", suppliers.subList(0, Math.min(LARGEST, suppliers.size())),
          "lines over £25,000 without balance sheet, financing and taxes");
    }
    return rows;
  }

  private static void add(
      List<Object[]> rows, SupplierPurchases of, String dimension, List<SupplierPurchases.Item> items, String method) {
    int place = 0;
    for (SupplierPurchases.Item item : items) {
      rows.add(
          ReportColumns.row(
              of.payer(), of.year(), dimension, item.item(), ++place, item.count(), item.amount(),
              100 * item.amount() / of.amount(), method));
    }
  }
}
