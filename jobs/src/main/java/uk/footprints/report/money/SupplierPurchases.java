package uk.footprints.report.money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.footprints.dataset.SpendOver25k;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.table.TableExcerpt;

/**
 * The payments of one organisation in one financial year.
 *
 * @param payer the payer's code, or its name where the file has no code
 * @param year the financial year; {@code undated} where lines have no day
 * @param lines the payments
 */
record SupplierPurchases(String payer, String year, List<Line> lines) {

  /** The table of the payments. */
  static final TableExcerpt<Payment> TRANSACTIONS = TableExcerpt.of(SpendOver25k.TRANSACTIONS, Payment.class);

  /** A line of the table. */
  record Payment(
      String orgCode, String entity, LocalDate paidOn, String category, String supplierNormalised, double amount) {

    private String payer() {
      return stated(orgCode.isEmpty() ? entity : orgCode);
    }

    private String year() {
      return paidOn == null ? UNDATED : Period.financialYear(Period.point(paidOn).financialYear()).label();
    }

    private static String stated(String text) {
      return text.isEmpty() ? "not stated" : text;
    }
  }

  /** The categories that are not purchases: a tax office, for example, is not a supplier. */
  static final Set<String> NO_PURCHASES = Set.of("balance sheet", "financing", "pay and taxes on pay");

  private static final String UNDATED = "undated";

  /**
   * A payment.
   *
   * @param supplier the supplier that was paid
   * @param category the category of the purchase
   * @param amount in pounds, below zero for a refund
   */
  record Line(String supplier, String category, double amount) {}

  /**
   * The sum of the lines of one category or supplier.
   *
   * @param item the category or the supplier
   * @param count the number of lines
   * @param amount the sum of the lines
   */
  record Item(String item, int count, double amount) {}

  /** Returns the payments of every payer and year. */
  static List<SupplierPurchases> of(Evidence evidence) {
    Map<String, Map<String, List<Line>>> byPayer = new TreeMap<>();
    for (Payment paid : evidence.rows(TRANSACTIONS)) {
      if (!Double.isNaN(paid.amount())) {
        byPayer
            .computeIfAbsent(paid.payer(), p -> new TreeMap<>())
            .computeIfAbsent(paid.year(), y -> new ArrayList<>())
            .add(new Line(Payment.stated(paid.supplierNormalised()), paid.category(), paid.amount()));
      }
    }
    List<SupplierPurchases> all = new ArrayList<>();
    byPayer.forEach((payer, years) -> years.forEach((year, lines) -> all.add(new SupplierPurchases(payer, year, lines))));
    return all;
  }

  /** Returns only the payments that are purchases. */
  SupplierPurchases bought() {
    return new SupplierPurchases(payer, year, lines.stream().filter(l -> !NO_PURCHASES.contains(l.category())).toList());
  }

  /** Returns the sum of all lines. */
  double amount() {
    return lines.stream().mapToDouble(Line::amount).sum();
  }

  /** Groups lines by supplier or category, the largest sum first. */
  List<Item> by(Function<Line, String> what) {
    Map<String, List<Line>> groups =
        lines.stream().collect(Collectors.groupingBy(what, TreeMap::new, Collectors.toList()));
    List<Item> items = new ArrayList<>();
    groups.forEach(
        (item, of) -> items.add(new Item(item, of.size(), of.stream().mapToDouble(Line::amount).sum())));
    items.sort(Comparator.comparingDouble((Item i) -> -i.amount()).thenComparing(Item::item));
    return items;
  }
}
