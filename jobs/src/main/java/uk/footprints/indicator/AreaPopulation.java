package uk.footprints.indicator;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import uk.footprints.period.Period;

/** Holds the population by area and single year of age, at the days for which there is an estimate. */
public final class AreaPopulation {

  /** Ages from 0; the last is 90 and over. */
  public static final int AGES = 91;
  private static final int BAND = 5;

  private record Area(String geography, String code) {}

  private static final Area COUNTRY = new Area("country", "E92000001");

  private final Map<Area, NavigableMap<LocalDate, double[]>> people = new HashMap<>();

  /** Adds people of some age to an area. */
  public void add(String geography, String area, LocalDate day, int age, double persons) {
    people
            .computeIfAbsent(new Area(geography, area), k -> new TreeMap<>())
            .computeIfAbsent(day, d -> new double[AGES])[Math.min(age, AGES - 1)] +=
        persons;
  }

  /** Returns the first age of the five-year band that contains an age; the last band is 90 and over. */
  public static int band(int age) {
    return Math.min(age, AGES - 1) / BAND * BAND;
  }

  /**
   * Averages figures by single year of age over five-year bands: the mean is at each band's first age, 0 elsewhere.
   *
   * @param byAge a figure for each age
   */
  public static double[] banded(double[] byAge) {
    double[] means = new double[AGES];
    double[] years = new double[AGES];
    for (int age = 0; age < AGES; age++) {
      means[band(age)] += byAge[age];
      years[band(age)]++;
    }
    for (int age = 0; age < AGES; age++) {
      means[age] = years[age] == 0 ? 0 : means[age] / years[age];
    }
    return means;
  }

  /** Returns the people of an area on a day within a period; null when there is no estimate for such a day. */
  public double[] within(String geography, String area, Period period) {
    NavigableMap<LocalDate, double[]> days = people.get(new Area(geography, area));
    Map.Entry<LocalDate, double[]> first = days == null ? null : days.ceilingEntry(period.start());
    return first == null || first.getKey().isAfter(period.end()) ? null : first.getValue().clone();
  }

  /** Returns the people of an area on the day nearest to the middle of a period; not a number without an estimate. */
  public double near(String geography, String area, Period period) {
    NavigableMap<LocalDate, double[]> days = people.get(new Area(geography, area));
    return days == null ? Double.NaN : Arrays.stream(days.get(nearest(days, period))).sum();
  }

  /** Returns the people of an area by age on the day nearest to the middle of a period; null without an estimate. */
  public double[] ages(String geography, String area, Period period) {
    NavigableMap<LocalDate, double[]> days = people.get(new Area(geography, area));
    return days == null ? null : days.get(nearest(days, period)).clone();
  }

  /** Returns the day of the estimate nearest to the middle of a period; null without an estimate. */
  public LocalDate day(String geography, String area, Period period) {
    NavigableMap<LocalDate, double[]> days = people.get(new Area(geography, area));
    return days == null ? null : nearest(days, period);
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
    Map<LocalDate, double[]> country = reference.people.getOrDefault(COUNTRY, new TreeMap<>());
    people.forEach(
        (area, days) ->
            days.forEach(
                (day, ages) -> {
                  double mean = country.containsKey(day) ? mean(weights, country.get(day)) : 1;
                  for (int age = 0; age < AGES; age++) {
                    weighted.add(area.geography(), area.code(), day, age, ages[age] * weights[age] / mean);
                  }
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

  private static LocalDate nearest(NavigableMap<LocalDate, double[]> days, Period period) {
    LocalDate middle = period.start().plusDays(period.days() / 2);
    LocalDate before = days.floorKey(middle);
    LocalDate after = days.ceilingKey(middle);
    if (before == null || after == null) {
      return before == null ? after : before;
    }
    long toBefore = middle.toEpochDay() - before.toEpochDay();
    return toBefore <= after.toEpochDay() - middle.toEpochDay() ? before : after;
  }
}
