package uk.footprints.records.disclosure;

import static uk.footprints.records.measure.StayMeasure.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.footprints.records.measure.AgeBand;
import uk.footprints.records.measure.AreaCount;
import uk.footprints.records.measure.StayMeasure;
import uk.footprints.transform.CellStatus;
import uk.footprints.transform.ObservationBatch;

/**
 * Everything that a reader of published stays of one year knows, as equations between the counts that are withheld:
 * areas add up to England on both sides, months to years, ages and tenths to years, parts to their wholes, and no part
 * is larger than its whole. Written from what is published alone, without the classes that protect it.
 */
final class PublishedEquations {

  /** A sum of counts of one place that is never below zero: the first less the others, unless it says otherwise. */
  private record Limit(List<StayMeasure> plus, List<StayMeasure> minus) {}

  private static final List<List<StayMeasure>> SUMS = List.of(
      List.of(EMERGENCY_ADMISSIONS, EMERGENCY_ZERO_DAY, EMERGENCY_OVERNIGHT),
      List.of(EMERGENCY_OVERNIGHT, EMERGENCY_ADMISSIONS_LOS_1, EMERGENCY_ADMISSIONS_LOS_2_PLUS),
      List.of(EMERGENCY_ADMISSIONS, EMERGENCY_VIA_AE, EMERGENCY_VIA_GP, EMERGENCY_VIA_OTHER),
      List.of(EMERGENCY_BED_DAYS_LOS_1, EMERGENCY_ADMISSIONS_LOS_1),
      List.of(EMERGENCY_BED_DAYS, EMERGENCY_BED_DAYS_LOS_1, EMERGENCY_BED_DAYS_LOS_2_PLUS));

  private static final List<Limit> LIMITS = List.of(
      part(SPELLS, EMERGENCY_ADMISSIONS), part(EMERGENCY_ADMISSIONS, EMERGENCY_BY_FREQUENT),
      part(EMERGENCY_ADMISSIONS, ACS_NHSOF_2_3_I), part(EMERGENCY_ADMISSIONS, ACS_NHSOF_3A),
      part(EMERGENCY_ADMISSIONS, ACS_URGENT_CARE_SENSITIVE), part(EMERGENCY_ADMISSIONS, EMERGENCY_ADMISSIONS_UNDER_18),
      part(EMERGENCY_ADMISSIONS_LOS_2_PLUS, EMERGENCY_ADMISSIONS_LOS_7_PLUS),
      part(EMERGENCY_ADMISSIONS_LOS_7_PLUS, EMERGENCY_ADMISSIONS_LOS_14_PLUS),
      part(EMERGENCY_ADMISSIONS_LOS_14_PLUS, EMERGENCY_ADMISSIONS_LOS_21_PLUS),
      part(EMERGENCY_ADMISSIONS_UNDER_18, EMERGENCY_ZERO_DAY_UNDER_18),
      part(EMERGENCY_ZERO_DAY, EMERGENCY_ZERO_DAY_UNDER_18),
      new Limit(List.of(EMERGENCY_OVERNIGHT, EMERGENCY_ZERO_DAY_UNDER_18), List.of(EMERGENCY_ADMISSIONS_UNDER_18)),
      new Limit(List.of(EMERGENCY_BED_DAYS_UNDER_18, EMERGENCY_ZERO_DAY_UNDER_18),
          List.of(EMERGENCY_ADMISSIONS_UNDER_18)),
      part(CONTINUOUS_SPELLS, READMISSION_INDEX), part(READMISSION_INDEX, READMISSIONS_30_DAYS),
      part(READMISSIONS_30_DAYS_NO_EXCLUSIONS, READMISSIONS_30_DAYS),
      new Limit(List.of(CONTINUOUS_SPELLS, READMISSIONS_30_DAYS),
          List.of(READMISSION_INDEX, READMISSIONS_30_DAYS_NO_EXCLUSIONS)),
      part(CONTINUOUS_SPELLS, DEATHS),
      new Limit(List.of(CONTINUOUS_SPELLS), List.of(READMISSION_INDEX, DEATHS)),
      new Limit(List.of(CONTINUOUS_SPELLS), List.of(READMISSIONS_30_DAYS_NO_EXCLUSIONS, DEATHS)));

  /** Stays of so many nights or more with their nights: each has at least those, and a shorter one fewer. */
  private static final Map<Integer, List<StayMeasure>> NIGHTS = new TreeMap<>(Map.of(
      2, List.of(EMERGENCY_ADMISSIONS_LOS_2_PLUS, EMERGENCY_BED_DAYS_LOS_2_PLUS),
      7, List.of(EMERGENCY_ADMISSIONS_LOS_7_PLUS, EMERGENCY_BED_DAYS_LOS_7_PLUS),
      14, List.of(EMERGENCY_ADMISSIONS_LOS_14_PLUS, EMERGENCY_BED_DAYS_LOS_14_PLUS),
      21, List.of(EMERGENCY_ADMISSIONS_LOS_21_PLUS, EMERGENCY_BED_DAYS_LOS_21_PLUS)));

  /** A place: whose counts, of which time or group. */
  record Place(String who, String when) {}

  /** A count of a place. */
  record Count(Place place, StayMeasure measure) {}

  private final Map<Count, Integer> unknown = new LinkedHashMap<>();
  private final Set<Count> withheld = new LinkedHashSet<>();
  private final Map<Count, Double> known = new HashMap<>();
  private final Set<Place> places = new LinkedHashSet<>();
  private final Map<Place, Set<StayMeasure>> measured = new HashMap<>();
  private final Map<String, Double> withheldTogether = new HashMap<>();
  private final List<Map<Integer, Double>> equations = new ArrayList<>();
  private final List<Double> rights = new ArrayList<>();
  private int slack;

  /** Of every measure alone on one side: areas by months, with their totals and the years. */
  static PublishedEquations ofMonths(PublishableStays stays, StaySide side) {
    PublishedEquations equations = new PublishedEquations();
    stays.blocks().stream().filter(block -> block.orgRole().equals(side.orgRole())).forEach(equations::read);
    equations.addUp();
    return equations;
  }

  /** Of every measure alone: areas, months, years, ages and tenths. */
  static PublishedEquations ofMeasures(PublishableStays stays) {
    PublishedEquations equations = new PublishedEquations();
    stays.blocks().forEach(equations::read);
    stays.groups().forEach(equations::read);
    equations.addUp();
    return equations;
  }

  /** Of all measures together, parts with their wholes. */
  static PublishedEquations of(PublishableStays stays) {
    PublishedEquations equations = ofMeasures(stays);
    equations.addParts();
    return equations;
  }

  /** The withheld counts. */
  Set<Count> withheld() {
    return withheld;
  }

  /** The equations and limits that the true counts do not fulfil: none, or the attack is wrong. */
  List<String> contradictions(Map<Count, Long> truth) {
    List<Count> counts = List.copyOf(unknown.keySet());
    List<String> contradictions = new ArrayList<>();
    for (int e = 0; e < equations.size(); e++) {
      double left = 0;
      boolean limit = false;
      Map<Count, Double> terms = new LinkedHashMap<>();
      for (Map.Entry<Integer, Double> term : equations.get(e).entrySet()) {
        limit |= term.getKey() < 0;
        if (term.getKey() >= 0) {
          terms.put(counts.get(term.getKey()), term.getValue());
          left += term.getValue() * truth.getOrDefault(counts.get(term.getKey()), 0L);
        }
      }
      if (limit ? left < rights.get(e) : left != rights.get(e)) {
        contradictions.add(terms + " is " + left + " and not " + rights.get(e));
      }
    }
    return contradictions;
  }

  /**
   * The least and the largest whole number that each withheld count can be, by its equations one at a time until
   * nothing changes.
   */
  Map<Count, double[]> intervals() {
    double[] least = new double[width()];
    double[] most = new double[width()];
    Arrays.fill(most, Double.POSITIVE_INFINITY);
    boolean more = true;
    for (int turn = 0; more && turn < 50; turn++) {
      more = false;
      for (int e = 0; e < equations.size(); e++) {
        more |= tighten(equations.get(e), rights.get(e), least, most);
      }
    }
    Map<Count, double[]> intervals = new HashMap<>();
    unknown.forEach((count, variable) -> intervals.put(count, new double[] {least[variable], most[variable]}));
    return intervals;
  }

  private boolean tighten(Map<Integer, Double> equation, double right, double[] least, double[] most) {
    boolean more = false;
    for (Map.Entry<Integer, Double> of : equation.entrySet()) {
      double low = right;
      double high = right;
      for (Map.Entry<Integer, Double> other : equation.entrySet()) {
        if (!other.getKey().equals(of.getKey())) {
          int v = index(other.getKey());
          double factor = other.getValue();
          low -= factor * (factor > 0 ? most[v] : least[v]);
          high -= factor * (factor > 0 ? least[v] : most[v]);
        }
      }
      int v = index(of.getKey());
      double factor = of.getValue();
      double from = Math.ceil((factor > 0 ? low : high) / factor - 1e-9);
      double to = Math.floor((factor > 0 ? high : low) / factor + 1e-9);
      if (from > least[v] + 0.5) {
        least[v] = from;
        more = true;
      }
      if (to < most[v] - 0.5) {
        most[v] = to;
        more = true;
      }
    }
    return more;
  }

  private int index(int variable) {
    return variable < 0 ? unknown.size() - 1 - variable : variable;
  }

  private int width() {
    return unknown.size() + slack;
  }

  private void read(ObservationBatch block) {
    String when = block.period().kind().id().equals("month") ? block.period().start().toString() : "year";
    for (int m = 0; m < StayMeasure.values().length; m++) {
      for (int i = 0; i < block.orgCodes().size(); i++) {
        CellStatus status = block.status(i, m);
        String code = block.orgCodes().get(i);
        if (status == null) {
          continue;
        }
        if (code.equals(PublishableStays.WITHHELD)) {
          if (status != CellStatus.SUPPRESSED) {
            withheldTogether.put(block.orgRole() + when + m, block.value(i, m));
          } else {
            withheld.add(new Count(new Place("all", when), StayMeasure.values()[m]));
          }
        } else {
          note(new Place(block.orgRole() + " " + code, when), StayMeasure.values()[m], status, block.value(i, m));
        }
      }
    }
  }

  private void read(StayGroup row) {
    boolean tenth = row.group() >= AreaCount.DECILE;
    String when = !tenth
        ? "age_sex %s %s all".formatted(AgeBand.label(row.group() / 4), AgeBand.sexLabel(row.group() % 4))
        : "deprivation all all " + (row.group() == AreaCount.DECILE ? "unknown" : row.group() - AreaCount.DECILE);
    String who = row.area() == null ? "all" : row.side().orgRole() + " " + row.area();
    note(new Place(who, when), row.measure(), row.status(), row.value() == null ? Double.NaN : row.value());
  }

  private void note(Place place, StayMeasure measure, CellStatus status, double value) {
    places.add(place);
    measured.computeIfAbsent(place, p -> new TreeSet<>()).add(measure);
    Count count = new Count(place, measure);
    if (status == CellStatus.SUPPRESSED) {
      variable(count);
      withheld.add(count);
    } else {
      known.put(count, value);
    }
  }

  private int variable(Count count) {
    return unknown.computeIfAbsent(count, c -> unknown.size());
  }

  private void addUp() {
    Set<String> times = new TreeSet<>(places.stream().map(Place::when).toList());
    Set<String> areas = new TreeSet<>(places.stream().map(Place::who).filter(w -> !w.equals("all")).toList());
    List<String> months = times.stream().filter(t -> t.matches("\\d{4}-.*")).toList();
    boolean year = times.contains("year");
    for (StayMeasure measure : StayMeasure.values()) {
      for (String when : times) {
        for (String side : List.of("commissioner", "provider")) {
          if (!when.startsWith("deprivation") || side.equals("commissioner")) {
            areasToCountry(measure, when, side, areas);
          }
        }
      }
      if (year) {
        List<String> all = new ArrayList<>(areas);
        all.add("all");
        for (String who : all) {
          sum(measure, who, months, "year");
          for (String breakdown : List.of("age_sex", "deprivation")) {
            List<String> groups = times.stream().filter(t -> t.startsWith(breakdown)).toList();
            boolean grouped = groups.stream().anyMatch(g -> isPublished(measure, g));
            if (grouped && (breakdown.equals("age_sex") || who.startsWith("commissioner") || who.equals("all"))) {
              sum(measure, who, groups, "year");
            }
          }
        }
      }
    }
  }

  private void addParts() {
    for (Place place : places) {
      parts(place);
    }
    for (String when : new TreeSet<>(places.stream().map(Place::when).toList())) {
      parts(new Place("all", when));
    }
  }

  private boolean isPublished(StayMeasure measure, String when) {
    return measured.entrySet().stream()
        .anyMatch(e -> e.getKey().when().equals(when) && e.getValue().contains(measure));
  }

  private void areasToCountry(StayMeasure measure, String when, String side, Set<String> areas) {
    List<Count> of = areas.stream().filter(a -> a.startsWith(side))
        .map(a -> new Count(new Place(a, when), measure)).toList();
    List<Count> hidden = of.stream().filter(unknown::containsKey).toList();
    if (of.stream().noneMatch(c -> known.containsKey(c) || unknown.containsKey(c))) {
      return;
    }
    Map<Integer, Double> equation = new HashMap<>();
    double right = 0;
    for (Count count : hidden) {
      equation.merge(unknown.get(count), 1.0, Double::sum);
    }
    Double together = withheldTogether.get(side + when + measure.ordinal());
    if (together != null) {
      equations.add(Map.copyOf(equation));
      rights.add(together);
    }
    for (Count count : of) {
      right -= known.getOrDefault(count, 0.0);
    }
    Count country = new Count(new Place("all", when), measure);
    if (known.containsKey(country)) {
      right += known.get(country);
    } else {
      equation.merge(variable(country), -1.0, Double::sum);
    }
    equations.add(equation);
    rights.add(right);
  }

  private void sum(StayMeasure measure, String who, List<String> parts, String whole) {
    Map<Integer, Double> equation = new HashMap<>();
    double right = 0;
    for (String part : parts) {
      Count count = new Count(new Place(who, part), measure);
      if (unknown.containsKey(count)) {
        equation.put(unknown.get(count), 1.0);
      } else {
        right -= known.getOrDefault(count, 0.0);
      }
    }
    Count count = new Count(new Place(who, whole), measure);
    if (unknown.containsKey(count)) {
      equation.put(unknown.get(count), -1.0);
    } else {
      right += known.getOrDefault(count, 0.0);
    }
    if (!equation.isEmpty()) {
      equations.add(equation);
      rights.add(right);
    }
  }

  private void parts(Place place) {
    boolean group = place.when().contains(" ");
    for (List<StayMeasure> sum : SUMS) {
      if (!group || sum.stream().noneMatch(m -> m == EMERGENCY_VIA_AE)) {
        Map<StayMeasure, Double> factors = new HashMap<>();
        sum.forEach(m -> factors.put(m, m == sum.get(0) ? -1.0 : 1.0));
        relation(place, factors, false);
      }
    }
    Set<StayMeasure> ungrouped = Set.of(EMERGENCY_ADMISSIONS_LOS_7_PLUS, EMERGENCY_ADMISSIONS_LOS_14_PLUS,
        EMERGENCY_ADMISSIONS_LOS_21_PLUS, EMERGENCY_BY_FREQUENT, EMERGENCY_ADMISSIONS_UNDER_18,
        EMERGENCY_ZERO_DAY_UNDER_18, EMERGENCY_BED_DAYS_UNDER_18, CONTINUOUS_SPELLS,
        READMISSIONS_30_DAYS_NO_EXCLUSIONS);
    for (Limit limit : LIMITS) {
      if (!group || limit.plus.stream().noneMatch(ungrouped::contains)
          && limit.minus.stream().noneMatch(ungrouped::contains)) {
        Map<StayMeasure, Double> factors = new HashMap<>();
        limit.plus.forEach(m -> factors.put(m, 1.0));
        limit.minus.forEach(m -> factors.put(m, -1.0));
        relation(place, factors, true);
      }
    }
    List<Integer> nights = List.copyOf(NIGHTS.keySet());
    for (int i = 0; i < (group ? 1 : nights.size()); i++) {
      List<StayMeasure> longer = i + 1 < nights.size() && !group ? NIGHTS.get(nights.get(i + 1)) : List.of();
      List<StayMeasure> of = NIGHTS.get(nights.get(i));
      Map<StayMeasure, Double> least = new HashMap<>(Map.of(of.get(1), 1.0, of.get(0), -1.0 * nights.get(i)));
      if (!longer.isEmpty()) {
        least.putAll(Map.of(longer.get(1), -1.0, longer.get(0), 1.0 * nights.get(i)));
        double most = nights.get(i + 1) - 1;
        relation(place,
            Map.of(of.get(1), -1.0, of.get(0), most, longer.get(1), 1.0, longer.get(0), -most), true);
      }
      relation(place, least, true);
    }
  }

  private void relation(Place place, Map<StayMeasure, Double> factors, boolean limit) {
    Map<Integer, Double> equation = new HashMap<>();
    double right = 0;
    for (Map.Entry<StayMeasure, Double> term : factors.entrySet()) {
      Count count = new Count(place, term.getKey());
      if (unknown.containsKey(count)) {
        equation.put(unknown.get(count), term.getValue());
      } else {
        right -= known.getOrDefault(count, 0.0) * term.getValue();
      }
    }
    if (equation.isEmpty()) {
      return;
    }
    if (limit) {
      equation.put(-1 - slack++, -1.0);
    }
    equations.add(equation);
    rights.add(right);
  }

  private static Limit part(StayMeasure whole, StayMeasure part) {
    return new Limit(List.of(whole), List.of(part));
  }

  @Override
  public String toString() {
    return "%d withheld counts in %d equations, %s".formatted(
        unknown.size(), equations.size(), Arrays.asList(slack));
  }
}
