package uk.footprints.report.money;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.catalogue.Reports;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.TableExcerpt;

/** Reports who was paid, and for what: lines over £25,000 by category, and the largest suppliers by payer and year. */
public final class SpendingReport implements Report<SpendingReport.Row> {

  private static final int LARGEST = 20;

  /** A row: organisation x financial year x category or large supplier. */
  public record Row(
      @Column(value = "ODS code of the payer, or its name where there is no code.", required = true) String payer,
      @Column(value = "The year of the day of payment; undated where there is none.", required = true)
      String financialYear,
      @Column(value = "category; or supplier: the twenty largest, of purchases only.", required = true)
      String dimension,
      @Column(value = "The category or the supplier.", required = true) String item,
      @Column("1 is the largest.") int place,
      @Column(value = "Lines.", unit = "lines") int n,
      @Column(value = "Payments less refunds.", unit = "GBP") double amount,
      @Column(value = "Share of all lines of the dimension.", unit = "%") double sharePct,
      @Column("Which lines are counted.") String method) {}

  /** The table {@code spending}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "spending", "organisation x financial year x category or large supplier",
          Row.class, "payer", "financial_year", "dimension", "item");

  @Override
  public String question() {
    return "Who was paid, and for what?";
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
      List<Row> rows, SupplierPurchases of, String dimension, List<SupplierPurchases.Item> items, String method) {
    int place = 0;
    for (SupplierPurchases.Item item : items) {
      rows.add(
          new Row(
              of.payer(), of.year(), dimension, item.item(), ++place, item.count(), item.amount(),
              100 * item.amount() / of.amount(), method));
    }
  }
}
