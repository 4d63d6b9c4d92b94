package uk.footprints.report.money;

import static uk.footprints.table.Field.key;
import static uk.footprints.table.Field.number;
import static uk.footprints.table.Field.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.report.Report;
import uk.footprints.report.ReportColumns;
import uk.footprints.report.TableExcerpt;
import uk.footprints.table.Table;

/**
 * What emergency care costs: activity times national unit cost, by scope. Of the country as its cost collection has it;
 * of areas an estimate, the country's unit cost times the activity of the hospitals there. Prices of the year.
 */
public final class EmergencyCosts implements Report {

  private static final TableExcerpt COSTS =
      TableExcerpt.of("unit_costs", "setting", "period_start", "activity", "cost");

  private static final String COUNTRY = "country";

  /** What may be meant by emergency care: the settings of each scope. */
  private static final Map<String, List<String>> SCOPES = new LinkedHashMap<>();

  static {
    SCOPES.put("long_stay", List.of("non_elective_long_stay"));
    SCOPES.put("short_stay", List.of("non_elective_short_stay"));
    SCOPES.put("admissions", List.of("non_elective_long_stay", "non_elective_short_stay"));
    SCOPES.put("attendances", List.of("emergency_care"));
    SCOPES.put(
        "admissions_and_attendances",
        List.of("non_elective_long_stay", "non_elective_short_stay", "emergency_care"));
  }

  /** The indicator whose numerator, or denominator, is the activity of an area in a scope. */
  private static final Map<String, String> ACTIVITY =
      new TreeMap<>(Map.of("admissions", "emergency_admissions_per_1000", "attendances", "ae_four_hour_all_types"));

  private static final Table TABLE =
      new Table(
          "emergency_costs",
          "area x financial year x scope",
          List.of("geography", "area_code", "financial_year", "scope", "basis"),
          ReportColumns.of(
              key("geography", "As in areas; country for England."),
              key("area_code", "As in areas."),
              text("area_name", "Name."),
              ReportColumns.BASIS,
              key("financial_year", "The year, and its prices."),
              key("scope", "long_stay, short_stay, admissions (both), attendances, or admissions_and_attendances."),
              number("activity", "Episodes or attendances.", ""),
              number("unit_cost", "Average cost of one, in the country.", "GBP"),
              number("cost", "Activity times unit cost.", "GBP"),
              number("cost_per_head", "Over the people of the area.", "GBP"),
              number("share_of_admissions", "Of the activity of admissions: how much stays short or long.", "0 to 1"),
              text("method", "Published, or an estimate and how it is made."),
              text("reason", "Why there is none.")));

  private record Sum(double activity, double cost) {
    Sum plus(Sum other) {
      return new Sum(activity + other.activity, cost + other.cost);
    }

    double unit() {
      return cost / activity;
    }
  }

  @Override
  public String question() {
    return "What does emergency care cost, depending on what one counts?";
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public List<TableExcerpt> reads() {
    return List.of(COSTS);
  }

  @Override
  public List<Object[]> rows(Evidence evidence) {
    Map<Period, Map<String, Sum>> years = new TreeMap<>();
    for (Object[] row : evidence.lines(COSTS)) {
      if (row[0] != null) {
        Period year = Period.financialYear(Period.point((LocalDate) row[1]).financialYear());
        Sum sum = new Sum(orZero(row[2]), orZero(row[3]));
        years.computeIfAbsent(year, y -> new HashMap<>()).merge((String) row[0], sum, Sum::plus);
      }
    }
    List<Object[]> rows = new ArrayList<>();
    years.forEach((year, settings) -> year(rows, evidence, year, settings));
    return rows;
  }

  private static double orZero(Object cell) {
    return cell == null ? 0 : (Double) cell;
  }

  private static void year(List<Object[]> rows, Evidence evidence, Period year, Map<String, Sum> settings) {
    Map<String, Sum> scopes = new LinkedHashMap<>();
    SCOPES.forEach(
        (scope, of) ->
            scopes.put(
                scope, of.stream().map(s -> settings.getOrDefault(s, new Sum(0, 0))).reduce(new Sum(0, 0), Sum::plus)));
    double people = evidence.land().people().near(COUNTRY, "E92000001", year);
    double admissions = scopes.get("admissions").activity();
    scopes.forEach(
        (scope, sum) -> {
          boolean known = sum.activity() > 0 && sum.cost() > 0;
          boolean admitted = !scope.contains("attendances");
          rows.add(
              ReportColumns.row(
                  COUNTRY, "E92000001", "England", evidence.land().basis().id(), year.label(), scope,
                  known ? sum.activity() : Double.NaN, known ? sum.unit() : Double.NaN,
                  known ? sum.cost() : Double.NaN, known ? sum.cost() / people : Double.NaN,
                  known && admitted ? sum.activity() / admissions : Double.NaN,
                  "national cost collection, all providers; finished consultant episodes",
                  known ? "" : "unit costs of this year are published without activity"));
        });
    ACTIVITY.forEach((scope, indicator) -> areas(rows, evidence, year, scope, indicator, scopes.get(scope)));
  }

  private static void areas(
      List<Object[]> rows, Evidence evidence, Period year, String scope, String indicator, Sum country) {
    for (String geography : evidence.geographies(indicator)) {
      for (IndicatorValue a : evidence.byPeriod(indicator, geography).getOrDefault(year, List.of())) {
        if (geography.equals(COUNTRY) || a.areaCode().equals(IndicatorValue.UNASSIGNED) || !(country.activity() > 0)) {
          continue;
        }
        boolean known = a.comparable();
        double activity = scope.equals("attendances") ? a.denominator() : a.numerator();
        double cost = known ? activity * country.unit() : Double.NaN;
        double people = evidence.land().people().near(geography, a.areaCode(), year);
        rows.add(
            ReportColumns.row(
                geography, a.areaCode(), a.areaName(), a.basis(), year.label(), scope, activity, country.unit(), cost,
                cost / people, null,
                "estimate: activity of the area's hospitals (A&E publication) x England's unit cost",
                known ? "" : a.reason()));
      }
    }
  }
}
