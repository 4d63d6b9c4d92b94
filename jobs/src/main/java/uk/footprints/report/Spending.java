package uk.footprints.report;

import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;
import static uk.footprints.table.Field.whole;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.table.Table;

/** Who was paid, and for what: lines over £25,000 by category, and the largest suppliers of each payer and year. */
public final class Spending implements Report {

  private static final int LARGEST = 20;

  private static final Table TABLE =
      new Table(
          "spending",
          "organisation x financial year x category or large supplier",
          List.of("payer", "financial_year", "dimension", "item"),
          Columns.of(
              key("payer", "ODS code of who paid, or the name where there is no code."),
              key("financial_year", "Of the day of payment; undated where there is none."),
              key("dimension", "category; or supplier: the twenty largest, of purchases only."),
              key("item", "The category or the supplier."),
              whole("place", "1 is the largest.", ""),
              whole("n", "Lines.", "lines"),
              number("amount", "Paid, less money back.", "GBP"),
              number("share_pct", "Of all lines of the dimension.", "%"),
              text("method", "What is in it.")));

  @Override
  public String question() {
    return "Who was paid, and for what?";
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public List<Excerpt> reads() {
    return List.of(Purchases.TRANSACTIONS);
  }

  @Override
  public List<Object[]> rows(Evidence evidence) {
    List<Object[]> rows = new ArrayList<>();
    for (Purchases all : Purchases.of(evidence)) {
      add(rows, all, "category", all.by(Purchases.Line::category), "lines over £25,000 as published");
      Purchases bought = all.bought();
      List<Purchases.Item> suppliers = bought.by(Purchases.Line::supplier);
      add(
          rows, bought, "supplier", suppliers.subList(0, Math.min(LARGEST, suppliers.size())),
          "the same without balance sheet, financing and taxes");
    }
    return rows;
  }

  private static void add(
      List<Object[]> rows, Purchases of, String dimension, List<Purchases.Item> items, String method) {
    int place = 0;
    for (Purchases.Item item : items) {
      rows.add(
          Columns.row(
              of.payer(), of.year(), dimension, item.item(), ++place, item.count(), item.amount(),
              100 * item.amount() / of.amount(), method));
    }
  }
}
