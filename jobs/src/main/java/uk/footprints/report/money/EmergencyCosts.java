package uk.footprints.report.money;

import static uk.footprints.table.Field.number;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.catalogue.Reports;
import uk.footprints.dataset.UnitCosts;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.BasisColumn;
import uk.footprints.report.Evidence;
import uk.footprints.report.PublishedCounts;
import uk.footprints.report.Report;
import uk.footprints.report.ReportHead;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;
import uk.footprints.table.TableExcerpt;

/**
 * Reports what emergency care costs: activity times national unit cost, by scope, at prices of the year. The country's
 * cost is that of the national cost collection; the cost of areas is an estimate, which distributes the country's cost
 * by the activity of the areas' hospitals.
 */
public final class EmergencyCosts implements Report<EmergencyCosts.Row> {

  /** The activity and cost of a kind of care in a financial year. */
  public record CareCost(String setting, LocalDate periodStart, double activity, double cost) {}

  /** The excerpt that this report needs. */
  public static final TableExcerpt<CareCost> COSTS = TableExcerpt.of(UnitCosts.TABLE, CareCost.class);

  private static final String COUNTRY = "country";
  private static final String ENGLAND = "E92000001";

  /** The scopes of emergency care: the settings of each. */
  private static final Map<String, List<String>> SCOPES = scopes();

  private static Map<String, List<String>> scopes() {
    Map<String, List<String>> scopes = new LinkedHashMap<>();
    scopes.put("long_stay", List.of("non_elective_long_stay"));
    scopes.put("short_stay", List.of("non_elective_short_stay"));
    scopes.put("admissions", List.of("non_elective_long_stay", "non_elective_short_stay"));
    scopes.put("attendances", List.of("emergency_care"));
    scopes.put(
        "admissions_and_attendances",
        List.of("non_elective_long_stay", "non_elective_short_stay", "emergency_care"));
    return Collections.unmodifiableMap(scopes);
  }

  /** The indicator whose numerator or denominator is the activity of an area in a scope. */
  private static final Map<String, String> ACTIVITY =
      new TreeMap<>(Map.of("admissions", "emergency_admissions_per_1000", "attendances", "ae_four_hour_all_types"));

  /** A row: area x financial year x scope. */
  public record Row(
      @Column(value = "As in areas; country for England.", required = true) String geography,
      @Column(value = "As in areas.", required = true) String areaCode,
      @Column("Name.") String areaName,
      @BasisColumn String basis,
      @Column(value = "The year, and its prices.", required = true) String financialYear,
      @Column(
          value = "long_stay, short_stay, admissions (both), attendances, or admissions_and_attendances.",
          required = true)
      String scope,
      @Column("England: costed episodes or attendances; areas: admissions or attendances.") double activity,
      @Column(value = "England's cost over England's activity, counted as in this row.", unit = "GBP") double unitCost,
      @Column(value = "Activity times unit cost; areas and unassigned add up to England.", unit = "GBP") double cost,
      @Column(value = "Cost over the population of the area on population_on.", unit = "GBP") double costPerHead,
      @Column(value = "Share of the activity of all admissions.", unit = "0 to 1") double shareOfAdmissions,
      @Column("Published, or the method of the estimate.") String method,
      @Column("Why there is none.") String reason,
      @Column("The day of the population estimate that cost_per_head uses.") LocalDate populationOn) {}

  /** The table {@code emergency_costs}. */
  public static final RecordTable<Row> TABLE =
      RecordTable.of(
          "emergency_costs", "area x financial year x scope",
          Row.class, "geography", "area_code", "financial_year", "scope", "basis");

  private record Sum(double activity, double cost) {

    /** Of a setting that the year's collection does not have. */
    static final Sum UNKNOWN = new Sum(Double.NaN, Double.NaN);

    Sum plus(Sum other) {
      return new Sum(activity + other.activity, cost + other.cost);
    }

    double unit() {
      return cost / activity;
    }
  }

  private static final ReportHead<Row> HEAD =
      ReportHead.of(TABLE, "What does emergency care cost, depending on what one counts?")
          .withExcerpt(COSTS)
          .withGeographies(COUNTRY);

  @Override
  public ReportHead<Row> head() {
    return HEAD;
  }

  @Override
  public List<Row> rows(Evidence evidence) {
    Map<Period, Map<String, Sum>> years = new TreeMap<>();
    for (CareCost care : evidence.rows(COSTS)) {
      if (!care.setting().isEmpty()) {
        Period year = Period.financialYear(Period.point(care.periodStart()).financialYear());
        Sum sum = new Sum(orZero(care.activity()), orZero(care.cost()));
        years.computeIfAbsent(year, y -> new HashMap<>()).merge(care.setting(), sum, Sum::plus);
      }
    }
    List<Row> rows = new ArrayList<>();
    years.forEach((year, settings) -> year(rows, evidence, year, settings));
    return rows;
  }

  private static double orZero(double number) {
    return Double.isNaN(number) ? 0 : number;
  }

  private static void year(List<Row> rows, Evidence evidence, Period year, Map<String, Sum> settings) {
    Map<String, Sum> scopes = new LinkedHashMap<>();
    SCOPES.forEach(
        (scope, of) ->
            scopes.put(
                scope, of.stream().map(s -> settings.getOrDefault(s, Sum.UNKNOWN)).reduce(new Sum(0, 0), Sum::plus)));
    double people = evidence.context().people().near(COUNTRY, ENGLAND, year);
    double admissions = scopes.get("admissions").activity();
    scopes.forEach(
        (scope, sum) -> {
          boolean known = sum.activity() > 0 && sum.cost() > 0;
          boolean admitted = !scope.contains("attendances");
          rows.add(
              new Row(
                  COUNTRY, ENGLAND, "England", evidence.context().basis().id(), year.label(), scope,
                  known ? sum.activity() : Double.NaN, known ? sum.unit() : Double.NaN,
                  known ? sum.cost() : Double.NaN, known ? sum.cost() / people : Double.NaN,
                  known && admitted ? sum.activity() / admissions : Double.NaN,
                  "national cost collection, all providers; "
                      + (admitted ? "finished consultant episodes" : "as that collection counts activity"),
                  known ? "" : reason(SCOPES.get(scope), settings),
                  evidence.context().people().day(COUNTRY, ENGLAND, year)));
        });
    ACTIVITY.forEach((scope, indicator) -> areas(rows, evidence, year, scope, indicator, scopes.get(scope)));
  }

  private static String reason(List<String> scope, Map<String, Sum> settings) {
    List<String> absent = scope.stream().filter(setting -> !settings.containsKey(setting)).toList();
    return absent.isEmpty()
        ? "unit costs of this year are published without activity"
        : "the collection of this year has no " + String.join(" and no ", absent).replace('_', ' ');
  }

  /** Adds the areas' shares of the national cost by activity of their hospitals; they add up to England's. */
  private static void areas(
      List<Row> rows, Evidence evidence, Period year, String scope, String indicator, Sum country) {
    if (!(country.activity() > 0) || !(country.cost() > 0)) {
      return;
    }
    double unit =
        evidence.find(indicator, COUNTRY, ENGLAND, year)
            .filter(IndicatorValue::comparable)
            .map(a -> country.cost() / activity(scope, a))
            .orElse(Double.NaN);
    for (String geography : evidence.geographies(indicator)) {
      if (!geography.equals(COUNTRY)) {
        evidence.byPeriod(indicator, geography).getOrDefault(year, List.of())
            .forEach(a -> rows.add(area(evidence, year, scope, a, unit)));
      }
    }
  }

  private static double activity(String scope, IndicatorValue a) {
    return PublishedCounts.absent(a) ? Double.NaN : scope.equals("attendances") ? a.denominator() : a.numerator();
  }

  private static Row area(Evidence evidence, Period year, String scope, IndicatorValue a, double unit) {
    boolean unassigned = a.areaCode().equals(IndicatorValue.UNASSIGNED);
    double activity = activity(scope, a);
    double cost = a.comparable() || unassigned ? activity * unit : Double.NaN;
    double people = evidence.context().people().near(a.geography(), a.areaCode(), year);
    String why =
        Double.isNaN(unit)
            ? "England's activity of this year in the A&E publication cannot be compared"
            : unassigned ? "belongs to no area, so it has no population"
            : Double.isNaN(people) ? "no population for this area" : "";
    return new Row(
        a.geography(), a.areaCode(), a.areaName(), a.basis(), year.label(), scope, activity, unit, cost,
        cost / people, Double.NaN,
        "estimate: England's cost distributed by the activity of the area's hospitals (A&E publication)",
        a.comparable() || unassigned ? why : a.reason(),
        evidence.context().people().day(a.geography(), a.areaCode(), year));
  }
}
