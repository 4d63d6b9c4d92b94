package uk.footprints.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import uk.footprints.period.Period;

/**
 * Holds the population by area and single year of age, at the days for which there is an estimate. A period takes the
 * people of 30 June in its financial year, so that months and their year are divided by the same people; where there is
 * no estimate of that day, the nearest one. Patients on lists are those of the list nearest to the middle of the period.
 */
public final class AreaPopulation {

  /** Ages from 0; the last is 90 and over. */
  public static final int AGES = 91;
  private static final int BAND = 5;
  private static final int JUNE = 6;
  private static final int LAST_OF_JUNE = 30;

  private record AreaKey(String geography, String code) {}

  private static final AreaKey COUNTRY = new AreaKey("country", "E92000001");

  /**
   * People of an area on a day.
   *
   * @param geography its geography
   * @param area its code
   * @param source the estimate
   * @param division how members were divided between areas
   * @param ages people by single year of age, 90 and over last
   */
  public record AreaEstimate(
      String geography, String area, PopulationSource source, PopulationDivision division, double[] ages) {}

  private final Map<AreaKey, NavigableMap<LocalDate, AreaEstimate>> people = new HashMap<>();

  /** Adds people of some age to an area. */
  public void add(String geography, String area, LocalDate day, int age, double persons) {
    double[] ages = new double[AGES];
    ages[Math.min(age, AGES - 1)] = persons;
    add(geography, area, PopulationSource.on(day), ages, PopulationDivision.MEMBERS);
  }

  /**
   * Adds people to an area.
   *
   * @param ages people by single year of age
   * @param division how these people were divided between areas
   */
  public void add(
      String geography, String area, PopulationSource source, double[] ages, PopulationDivision division) {
    people
        .computeIfAbsent(new AreaKey(geography, area), k -> new TreeMap<>())
        .merge(
            source.day(), new AreaEstimate(geography, area, source, division, ages.clone()), AreaPopulation::plus);
  }

  private static AreaEstimate plus(AreaEstimate sum, AreaEstimate more) {
    for (int age = 0; age < AGES; age++) {
      sum.ages()[age] += more.ages()[age];
    }
    PopulationDivision division = sum.division().and(more.division());
    return division == sum.division()
        ? sum
        : new AreaEstimate(sum.geography(), sum.area(), sum.source(), division, sum.ages());
  }

  /** Returns all estimates, in the order of geography, area and day. */
  public List<AreaEstimate> list() {
    List<AreaEstimate> all = new ArrayList<>();
    people.keySet().stream()
        .sorted(Comparator.comparing(AreaKey::geography).thenComparing(AreaKey::code))
        .forEach(area -> all.addAll(people.get(area).values()));
    return all;
  }

  /** Returns the first age of the five-year band that contains an age; the last band is 90 and over. */
  public static int band(int age) {
    return Math.min(age, AGES - 1) / BAND * BAND;
  }

  /** Returns the people of an area on a day within a period; null when there is no estimate for such a day. */
  public double[] within(String geography, String area, Period period) {
    NavigableMap<LocalDate, AreaEstimate> days = people.get(new AreaKey(geography, area));
    Map.Entry<LocalDate, AreaEstimate> first = days == null ? null : days.ceilingEntry(period.start());
    return first == null || first.getKey().isAfter(period.end()) ? null : first.getValue().ages().clone();
  }

  /** Returns the people of an area for a period; not a number without an estimate. */
  public double near(String geography, String area, Period period) {
    AreaEstimate nearest = nearest(geography, area, period);
    return nearest == null ? Double.NaN : Arrays.stream(nearest.ages()).sum();
  }

  /** Returns the people of an area by age for a period; null without an estimate. */
  public double[] ages(String geography, String area, Period period) {
    AreaEstimate nearest = nearest(geography, area, period);
    return nearest == null ? null : nearest.ages().clone();
  }

  /** Returns the day of the estimate for a period; null without an estimate. */
  public LocalDate day(String geography, String area, Period period) {
    AreaEstimate nearest = nearest(geography, area, period);
    return nearest == null ? null : nearest.source().day();
  }

  /** Returns the day of the boundaries by which the people of a period were counted; null without an estimate. */
  public LocalDate land(String geography, String area, Period period) {
    AreaEstimate nearest = nearest(geography, area, period);
    return nearest == null ? null : nearest.source().land();
  }

  /**
   * Names the estimate where it is not of the period's own year; empty where it is, or where there is none. Patients on
   * lists are named always.
   */
  public String note(String geography, String area, Period period) {
    AreaEstimate nearest = nearest(geography, area, period);
    if (nearest == null) {
      return "";
    }
    LocalDate day = nearest.source().day();
    if (nearest.source().isList()) {
      boolean own = !day.isBefore(period.start()) && !day.isAfter(period.end());
      return "patients on GP lists of " + day + (own ? "" : ", the nearest list");
    }
    if (Period.point(day).financialYear() == period.financialYear()) {
      return "";
    }
    NavigableMap<LocalDate, AreaEstimate> days = people.get(new AreaKey(geography, area));
    boolean later = day.isBefore(wanted(period));
    String which =
        later && day.equals(days.lastKey())
            ? "the last estimate, carried forward"
            : !later && day.equals(days.firstKey()) ? "the first estimate" : "the nearest estimate";
    return "people of mid-" + day.getYear() + ", " + which;
  }

  /**
   * Weights each person by the relative rate of events at that age, so that the average weight of the reference
   * population is 1 on every day. Events over this population are an indirectly standardised rate: observed over
   * expected, times the reference's crude rate; over the whole reference population observed equals expected.
   *
   * @param weights a weight for each age
   * @param reference the population of the country by age, on the days of this one
   */
  public AreaPopulation weighted(double[] weights, AreaPopulation reference) {
    AreaPopulation weighted = new AreaPopulation();
    Map<LocalDate, AreaEstimate> country = reference.people.getOrDefault(COUNTRY, new TreeMap<>());
    people.values().forEach(
        days ->
            days.forEach(
                (day, of) -> {
                  double mean = country.containsKey(day) ? mean(weights, country.get(day).ages()) : 1;
                  double[] ages = new double[AGES];
                  for (int age = 0; age < AGES; age++) {
                    ages[age] = of.ages()[age] * weights[age] / mean;
                  }
                  weighted.add(of.geography(), of.area(), of.source(), ages, of.division());
                }));
    return weighted;
  }

  private static double mean(double[] weights, double[] persons) {
    double sum = 0;
    for (int age = 0; age < AGES; age++) {
      sum += weights[age] * persons[age];
    }
    double mean = sum / Arrays.stream(persons).sum();
    return mean > 0 ? mean : 1;
  }

  private AreaEstimate nearest(String geography, String area, Period period) {
    NavigableMap<LocalDate, AreaEstimate> days = people.get(new AreaKey(geography, area));
    if (days == null) {
      return null;
    }
    LocalDate wanted =
        days.firstEntry().getValue().source().isList() ? period.start().plusDays(period.days() / 2) : wanted(period);
    LocalDate before = days.floorKey(wanted);
    LocalDate after = days.ceilingKey(wanted);
    if (before == null || after == null) {
      return days.get(before == null ? after : before);
    }
    long toBefore = wanted.toEpochDay() - before.toEpochDay();
    return days.get(toBefore <= after.toEpochDay() - wanted.toEpochDay() ? before : after);
  }

  /** Returns the middle of the calendar year in which the period's financial year begins. */
  private static LocalDate wanted(Period period) {
    return LocalDate.of(period.financialYear(), JUNE, LAST_OF_JUNE);
  }
}
