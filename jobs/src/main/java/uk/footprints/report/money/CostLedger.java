package uk.footprints.report.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.footprints.dataset.UnitCosts;
import uk.footprints.declaration.DeclaredDatasets;
import uk.footprints.period.Period;
import uk.footprints.report.Evidence;
import uk.footprints.table.TableExcerpt;

/**
 * What emergency care cost England by scope and year: the publisher's own schedules of reference costs, and the national
 * cost collection where a year has no schedule. A cost is the published one, or activity times average unit cost.
 */
public final class CostLedger {

  /** The excerpt of the schedules by currency. */
  public static final TableExcerpt<ScheduleLine> SCHEDULES =
      TableExcerpt.of(DeclaredDatasets.table("reference_costs", "reference_costs"), ScheduleLine.class);

  /** The excerpt of the control totals of the schedules. */
  public static final TableExcerpt<ScheduleTotal> TOTALS =
      TableExcerpt.of(DeclaredDatasets.table("reference_costs", "reference_cost_totals"), ScheduleTotal.class);

  private static final Map<String, String> SETTINGS =
      Map.of("non_elective_long_stay", "NEL", "non_elective_short_stay", "NES", "emergency_care", "AE");
  private static final Map<String, String> SAME_SCHEDULE = Map.of("EM", "AE");

  /** The excerpt of the national cost collection by currency. */
  public static final TableExcerpt<CollectionLine> COLLECTION =
      TableExcerpt.of(UnitCosts.TABLE, CollectionLine.class);

  /** A currency of the national cost collection in a financial year. */
  public record CollectionLine(
      String setting, String currencyCode, LocalDate periodStart, double activity, double cost) {}

  /** A currency of a schedule in a financial year. */
  public record ScheduleLine(
      String schedule, String serviceCode, String currencyCode, LocalDate periodStart, double activity,
      double unitCost, double cost, double bedDays) {}

  /** A schedule in a financial year, as the index of the publication states it. */
  public record ScheduleTotal(String schedule, LocalDate periodStart, double activity, double cost) {}

  private record Year(int year, String schedule) {}

  private final TreeMap<Integer, List<CostLine>> lines = new TreeMap<>();
  private final Map<Year, ScheduleTotal> totals = new HashMap<>();
  private final Set<Integer> published = new TreeSet<>();
  private final Deflators deflators;

  /** Collects the costs of a release. */
  public CostLedger(Evidence evidence) {
    deflators = Deflators.of(evidence);
    for (ScheduleLine line : evidence.rows(SCHEDULES)) {
      int year = year(line.periodStart());
      double cost = Double.isNaN(line.cost()) ? line.activity() * line.unitCost() : line.cost();
      add(new CostLine(
          year, schedule(line.schedule()), text(line.serviceCode()), text(line.currencyCode()), line.activity(),
          line.bedDays(), cost));
      published.add(year);
    }
    for (CollectionLine care : evidence.rows(COLLECTION)) {
      String schedule = SETTINGS.get(text(care.setting()));
      int year = year(care.periodStart());
      if (schedule != null && !published.contains(year) && care.cost() > 0) {
        add(new CostLine(year, schedule, "", text(care.currencyCode()), care.activity(), Double.NaN, care.cost()));
      }
    }
    for (ScheduleTotal total : evidence.rows(TOTALS)) {
      totals.put(new Year(year(total.periodStart()), schedule(total.schedule())), total);
    }
  }

  /**
   * The cost of a scope in a year, at the prices of that year.
   *
   * @param activity episodes, attendances or bed days
   * @param bedDays bed days within the trim point, and those beyond it where the scope has them
   * @param cost in pounds
   * @param index the control total of the publication, in pounds; not a number where the scope is no whole schedule
   * @param lines the lines that are added
   * @param withoutCost those of them that state no cost
   * @param reason why there is none; empty where there is
   */
  public record ScopeCost(
      double activity, double bedDays, double cost, double index, int lines, int withoutCost, String reason) {

    static ScopeCost absent(String why) {
      return new ScopeCost(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0, why);
    }
  }

  /** Returns the financial years with costs, as the calendar years in which they began. */
  public Set<Integer> years() {
    return lines.keySet();
  }

  /** Returns whether the costs of a year are of the publisher's own schedule, and not of a tidied collection. */
  boolean fromSchedule(int year) {
    return published.contains(year);
  }

  /** Returns the deflators of the release. */
  Deflators deflators() {
    return deflators;
  }

  /** Returns the cost of a scope in a year, at the prices of that year. */
  public ScopeCost cost(CostScope scope, int year) {
    String label = Period.financialYear(year).label();
    String impossible = scope.impossible(year);
    if (!impossible.isEmpty()) {
      return ScopeCost.absent(impossible);
    }
    List<CostLine> all = lines.getOrDefault(year, List.of());
    Set<String> there = new HashSet<>();
    all.forEach(line -> there.add(line.schedule()));
    List<String> absent = scope.schedules(year).stream().filter(s -> !there.contains(s)).toList();
    if (!absent.isEmpty()) {
      return ScopeCost.absent(
          "this release has no costs with activity of %s (%s)".formatted(label, String.join(", ", absent)));
    }
    List<CostLine> own = all.stream().filter(scope::has).toList();
    if (own.isEmpty()) {
      return ScopeCost.absent("the costs of %s are not divided so far".formatted(label));
    }
    double bedDays = sum(own.stream().filter(l -> !l.schedule().equals("NEL_XS")).map(CostLine::bedDays).toList())
        + orZero(sum(own.stream().filter(l -> l.schedule().equals("NEL_XS")).map(CostLine::activity).toList()));
    return new ScopeCost(
        sum(own.stream().filter(scope::active).map(CostLine::activity).toList()), bedDays,
        sum(own.stream().map(CostLine::cost).toList()), index(scope, year), own.size(),
        (int) own.stream().filter(line -> Double.isNaN(line.cost())).count(), "");
  }

  /** Returns the factor from the prices of a year to those of another; not a number where no edition has both. */
  public double factor(int from, int to) {
    return deflators.factor(from, to);
  }

  private double index(CostScope scope, int year) {
    if (!scope.whole()) {
      return Double.NaN;
    }
    List<Double> costs = new ArrayList<>();
    for (String schedule : scope.schedules(year)) {
      ScheduleTotal total = totals.get(new Year(year, schedule));
      if (total == null) {
        return Double.NaN;
      }
      costs.add(total.cost());
    }
    return sum(costs);
  }

  private void add(CostLine line) {
    lines.computeIfAbsent(line.year(), y -> new ArrayList<>()).add(line);
  }

  /** Adds what is known, without rounding in between, so that no penny of billions is lost; not a number for none. */
  private static double sum(List<Double> numbers) {
    List<BigDecimal> known = numbers.stream().filter(number -> !number.isNaN()).map(BigDecimal::new).toList();
    return known.isEmpty() ? Double.NaN : known.stream().reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
  }

  private static double orZero(double number) {
    return Double.isNaN(number) ? 0 : number;
  }

  private static int year(LocalDate start) {
    return Period.point(start).financialYear();
  }

  private static String schedule(String code) {
    String plain = text(code).replace('-', '_');
    return SAME_SCHEDULE.getOrDefault(plain, plain);
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }
}
