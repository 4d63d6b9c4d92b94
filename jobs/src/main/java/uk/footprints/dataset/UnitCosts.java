package uk.footprints.dataset;

import static uk.footprints.layout.LayoutColumn.field;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Location;
import uk.footprints.format.Sheet;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.Layout;
import uk.footprints.period.Period;
import uk.footprints.period.PeriodText;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.Table;
import uk.footprints.transform.Measure;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TableTransformer;

/** National unit costs of activity: reference costs, and the National Cost Collection after them. */
public final class UnitCosts implements SheetReader {

  /** The cost of a currency in a department and year. */
  record CurrencyCost(
      @Column(value = "Department as published.", required = true) String department,
      @Column("Department under one name for all years: elective, non_elective_long_stay, day_case, …")
      String setting,
      @Column(value = "Healthcare resource group, or another currency.", required = true) String currencyCode,
      @Column("Its description.") String currencyName,
      @Column("First day of the financial year.") LocalDate periodStart,
      @Column("Last day.") LocalDate periodEnd,
      @Column("How many; absent where withheld or not published.") Double activity,
      @Column(value = "Average cost of one; absent where withheld.", unit = "GBP") Double unitCost,
      @Column(value = "Cost of all.", unit = "GBP") Double cost,
      @Column(value = "Cost of a bed day beyond the trim point.", unit = "GBP") Double excessDayCost) {}

  private static final RecordTable<CurrencyCost> ROWS =
      RecordTable.published(
          "unit_costs",
          "department x currency (such as a healthcare resource group) x financial year, England",
          CurrencyCost.class,
          "department", "currency_code", "period_start");

  /** The table of costs by department and currency. */
  public static final Table TABLE = ROWS.table();

  private static final Layout COLLECTION =
      Layout.of(
              "National Cost Collection, from 2018/19",
              field("department", "department_code"),
              field("currency_code", "currency_code"),
              field("currency_name", "currency_desc"),
              field("activity", "activity"),
              field("unit_cost", "unit_cost"),
              field("cost", "cost"))
          .asDerived();
  private static final Layout REFERENCE_COSTS =
      Layout.of(
              "reference costs by year",
              field("currency_code", "sushrg"),
              field("currency_name", "description"),
              field("unit_cost", "cost"),
              field("department", "type"),
              field("year", "Year"),
              field("excess_day_cost", "Excess_unit_cost"))
          .asDerived();

  private static final Map<String, String> SETTINGS =
      Map.of(
          "Elective Inpatients", "elective",
          "Elective", "elective",
          "Non-Elective Inpatient - Long Stay", "non_elective_long_stay",
          "Non_Elective_LS", "non_elective_long_stay",
          "Non-Elective Inpatient - Short Stay", "non_elective_short_stay",
          "Non_Elective_SS", "non_elective_short_stay",
          "Daycase", "day_case",
          "Day_case", "day_case",
          "Emergency Care", "emergency_care",
          "DCRA", "day_case_and_regular");

  @Override
  public List<Layout> layouts() {
    return List.of(COLLECTION, REFERENCE_COSTS);
  }

  @Override
  public List<Table> tables() {
    return List.of(TABLE);
  }

  @Override
  public SheetContent conform(HeaderMatch match, Location place) {
    TableTransformer<CurrencyCost> out = new TableTransformer<>(match, "unit_costs", ROWS, place);
    OptionalInt named = PeriodText.findFinancialYear(place.file());
    Double inName = named.isPresent() ? (Double) (double) named.getAsInt() : null;
    TreeSet<Period> periods = new TreeSet<>();
    for (Sheet.Row row : match.rows()) {
      Double year = out.has("year") ? out.number(row, "year") : inName;
      String department = out.text(row, "department");
      String code = out.text(row, "currency_code");
      if (year == null || !Period.isYear(year)) {
        out.reject(row, "year", Kind.NO_PERIOD, "expected a financial year in the row or in the file's name");
      } else if (department.isEmpty() || code.isEmpty()) {
        out.note(row);
      } else {
        Period period = Period.financialYear(year.intValue());
        periods.add(period);
        out.add(
            row,
            new CurrencyCost(
                department, SETTINGS.get(department), code, out.known(row, "currency_name"), period.start(),
                period.end(), out.count(row, "activity"), out.count(row, "unit_cost"), out.count(row, "cost"),
                out.count(row, "excess_day_cost")));
      }
    }
    return out.close(List.copyOf(periods));
  }
}
