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
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.report.TableExcerpt;

/**
 * What one organisation paid in one financial year, line by line.
 *
 * @param payer its code, or its name where the file has no code
 * @param year the financial year; {@code undated} where lines have no day
 * @param lines what was paid
 */
record SupplierPurchases(String payer, String year, List<Line> lines) {

  /** The table that it is made of. */
  static final TableExcerpt TRANSACTIONS =
      TableExcerpt.of("transactions", "org_code", "entity", "paid_on", "category", "supplier_normalised", "amount");

  /** What buys nothing: these are no purchases, and a tax office is no supplier. */
  static final Set<String> NO_PURCHASES = Set.of("balance sheet", "financing", "pay and taxes on pay");

  private static final String UNDATED = "undated";

  /**
   * A line.
   *
   * @param supplier who was paid
   * @param category for what
   * @param amount in pounds, below zero for money back
   */
  record Line(String supplier, String category, double amount) {}

  /**
   * Lines that have something in common.
   *
   * @param item what
   * @param count how many lines
   * @param amount their sum
   */
  record Item(String item, int count, double amount) {}

  /** Every payer and year. */
  static List<SupplierPurchases> of(Evidence evidence) {
    Map<String, Map<String, List<Line>>> byPayer = new TreeMap<>();
    for (Object[] row : evidence.lines(TRANSACTIONS)) {
      String payer = row[0] != null ? (String) row[0] : row[1] != null ? (String) row[1] : "not told";
      String year =
          row[2] == null
              ? UNDATED
              : Period.financialYear(Period.point((LocalDate) row[2]).financialYear()).label();
      if (row[5] != null) {
        byPayer
            .computeIfAbsent(payer, p -> new TreeMap<>())
            .computeIfAbsent(year, y -> new ArrayList<>())
            .add(new Line(row[4] == null ? "not told" : (String) row[4], (String) row[3], (Double) row[5]));
      }
    }
    List<SupplierPurchases> all = new ArrayList<>();
    byPayer.forEach((payer, years) -> years.forEach((year, lines) -> all.add(new SupplierPurchases(payer, year, lines))));
    return all;
  }

  /** Only what bought something. */
  SupplierPurchases bought() {
    return new SupplierPurchases(payer, year, lines.stream().filter(l -> !NO_PURCHASES.contains(l.category())).toList());
  }

  /** All of it. */
  double amount() {
    return lines.stream().mapToDouble(Line::amount).sum();
  }

  /** Lines by supplier or category, the largest sum first. */
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
