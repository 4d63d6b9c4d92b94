package uk.footprints.dataset;

import static uk.footprints.layout.LayoutColumn.field;
import static uk.footprints.layout.LayoutColumn.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.period.Period;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.Table;
import uk.footprints.transform.Measure;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TableTransformer;

/** Income, costs and financial position of trusts, by financial year. */
public final class TrustFinances implements SheetReader {

  /** A figure of a trust's accounts. */
  record TrustFigure(
      @Column("ODS code; absent where the file names the trust and the name is not known.") String orgCode,
      @Column("Name as published; absent where the file gives the code.") String orgName,
      @Column("First day of the financial year.") LocalDate periodStart,
      @Column("Last day.") LocalDate periodEnd,
      @Column(
          value = "finance.position, finance.income, finance.cost, finance.planned or finance.outturn.", required = true)
      String measure,
      @Column(value = "Figure; a deficit, and costs, are below zero.", unit = "GBP thousand") Double value) {}

  private static final RecordTable<TrustFigure> ROWS =
      RecordTable.published(
          "trust_finances",
          "trust x financial year x figure of its accounts",
          TrustFigure.class,
          "org_code", "org_name", "period_start", "measure");

  /** The table of figures from the accounts. */
  public static final Table TABLE = ROWS.table();

  private static final Layout ACCOUNTS =
      Layout.of(
              "accounts by trust and year",
              field("code", "ORG_CODE"),
              field("year", "YEAR"),
              measure("finance.position", "FINANCIAL_POSITION"),
              measure("finance.income", "OP_INCOME"),
              measure("finance.cost", "OP_COST"))
          .asDerived();
  private static final Layout PLAN =
      Layout.of(
              "plan and outturn of 2018/19, by name",
              field("name", "trustname"),
              measure("finance.planned", "plan"),
              measure("finance.outturn", "actual"))
          .asDerived();
  /** 91 of its 222 outturns are the positions of that year in the accounts; of no other year more than seven. */
  private static final int PLAN_YEAR = 2018;

  @Override
  public List<Layout> layouts() {
    return List.of(ACCOUNTS, PLAN);
  }

  @Override
  public List<Table> tables() {
    return List.of(TABLE);
  }

  private static Measure figure(String id, String quantity, String heading, String definition) {
    return new Measure(
        "finance." + id, quantity, "GBP thousand", heading, definition, "Published in the table trust_finances.")
        .signed();
  }

  @Override
  public SheetContent conform(HeaderMatch match, Location place) {
    TableTransformer<TrustFigure> out = new TableTransformer<>(match, "trust_finances", ROWS, place);
    List<String> figures =
        match.columns().stream().filter(c -> c != null && c.role() == Role.MEASURE).map(c -> c.name()).toList();
    TreeSet<Period> periods = new TreeSet<>();
    long unknown = 0;
    for (Sheet.Row row : match.rows()) {
      String name = out.known(row, "name");
      String code = name == null ? out.code(row, "code") : OrganisationCodes.findCode(name).orElse(null);
      Double year = out.has("year") ? out.number(row, "year") : (Double) (double) PLAN_YEAR;
      if (code == null && name == null || year == null || !Period.isYear(year)) {
        out.reject(row, "code", Kind.NO_ORGANISATION, "expected a trust and a year");
        continue;
      }
      unknown += code == null ? 1 : 0;
      Period period = Period.financialYear(year.intValue());
      periods.add(period);
      boolean empty = isEmpty(out.number(row, "finance.income"), out.number(row, "finance.cost"));
      for (String figure : figures) {
        Double value = empty ? null : out.number(row, figure);
        out.add(row, new TrustFigure(code, name, period.start(), period.end(), figure, value));
      }
      if (empty) {
        out.find(row, Kind.RETURN_MISSING, "income and cost of %s are zero and were read as missing", code);
      }
    }
    if (!out.has("year")) {
      out.find(Kind.ASSUMED_PERIOD, "the file does not give its year; 2018/19 was assumed");
      out.find(Kind.UNPLACED_ORGANISATION, "%d trusts have a name for which no code is known", unknown);
    }
    return out.close(List.copyOf(periods));
  }

  /** Returns whether a trust gave no accounts: one of income and cost is zero, and the other is zero or absent. */
  private static boolean isEmpty(Double income, Double cost) {
    boolean none = (income == null || income == 0) && (cost == null || cost == 0);
    return none && !(income == null && cost == null);
  }
}
