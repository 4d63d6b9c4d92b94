package uk.footprints.site;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.catalogue.Tables;
import uk.footprints.period.Period;
import uk.footprints.table.TableExcerpt;

/** Builds tables of the surplus or deficit of trusts, in thousand pounds as published. */
final class TrustAccounts {

  /** The table of the accounts. */
  static final String TABLE = "trust_finances";
  private static final String POSITION = "finance.position";
  private static final String INCOME = "finance.income";

  private TrustAccounts() {}

  private record Figure(String orgCode, String orgName, LocalDate periodStart, String measure, Double value) {}

  /**
   * The accounts of a trust in a year.
   *
   * @param code ODS code; empty where the file has only the name
   * @param name its name
   * @param year the financial year
   * @param position surplus, or deficit below zero, in thousand pounds
   * @param income in thousand pounds; not a number where it is not published
   */
  record Account(String code, String name, String year, double position, double income) {

    double share() {
      return income > 0 ? 100 * position / income : Double.NaN;
    }
  }

  /** Returns the accounts of all trusts, the latest year first. */
  static List<Account> list(SiteContext site) {
    if (Tables.find(TABLE).isEmpty()) {
      return List.of();
    }
    List<Figure> figures = site.input().rows(TableExcerpt.of(Tables.find(TABLE).orElseThrow(), Figure.class));
    Map<String, Double> incomes = new HashMap<>();
    figures.stream()
        .filter(f -> f.measure().equals(INCOME) && f.value() != null)
        .forEach(f -> incomes.put(key(f), f.value()));
    return figures.stream()
        .filter(f -> f.measure().equals(POSITION) && f.value() != null)
        .map(
            f ->
                new Account(
                    f.orgCode() == null ? "" : f.orgCode(), name(site, f),
                    Period.financialYear(f.periodStart().getYear()).label(), f.value(),
                    incomes.getOrDefault(key(f), Double.NaN)))
        .sorted(Comparator.comparing(Account::year).reversed().thenComparingDouble(Account::position))
        .toList();
  }

  private static String key(Figure f) {
    return f.orgCode() + " " + f.orgName() + " " + f.periodStart();
  }

  private static String name(SiteContext site, Figure f) {
    return f.orgCode() == null ? OrganisationNames.written(f.orgName()) : site.organisations().name(f.orgCode());
  }

  static List<Exhibit> exhibits(SiteContext site) {
    return List.of(
        ExhibitBuilder.of(list(site))
            .filter("Year", Account::year)
            .place(site, a -> Regions.TRUST, Account::code, Account::name)
            .series("Surplus or deficit", NumberStyle.ONE, a -> a.position() / 1000)
            .number("Share of income", NumberStyle.SIGNED_PERCENT, Account::share)
            .exhibit(
                "accounts", "Surplus or deficit of trusts, £ million", site.sources().of(TABLE, "tac"),
                "A deficit is below zero.", "bars", "£ million", ""));
  }

  /** Returns the accounts of one trust by year, the oldest first. */
  static Exhibit of(SiteContext site, List<Account> accounts) {
    return ExhibitBuilder.of(accounts.stream().sorted(Comparator.comparing(Account::year)).toList())
        .label("Year", Account::year)
        .series("Surplus or deficit", NumberStyle.ONE, a -> a.position() / 1000)
        .number("Share of income", NumberStyle.SIGNED_PERCENT, Account::share)
        .exhibit(
            "accounts", "Surplus or deficit, £ million", site.sources().of(TABLE, "tac"), "A deficit is below zero.",
            "columns", "£ million", "");
  }
}
