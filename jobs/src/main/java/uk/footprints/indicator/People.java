package uk.footprints.indicator;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import uk.footprints.period.Period;

/** People by area and single year of age, at the days for which there is an estimate. */
public final class People {

  /** Ages from 0; the last is 90 and over. */
  public static final int AGES = 91;

  private record Area(String geography, String code) {}

  private final Map<Area, NavigableMap<LocalDate, double[]>> people = new HashMap<>();

  /** Adds people of some age to an area. */
  public void add(String geography, String area, LocalDate day, int age, double persons) {
    people
            .computeIfAbsent(new Area(geography, area), k -> new TreeMap<>())
            .computeIfAbsent(day, d -> new double[AGES])[Math.min(age, AGES - 1)] +=
        persons;
  }

  /** The people of an area on the day nearest to the middle of a period; not a number when there are none. */
  public double near(String geography, String area, Period period) {
    double[] ages = ages(geography, area, period);
    return ages == null ? Double.NaN : Arrays.stream(ages).sum();
  }

  /** The same by single year of age; null when there are none. */
  public double[] ages(String geography, String area, Period period) {
    NavigableMap<LocalDate, double[]> days = people.get(new Area(geography, area));
    return days == null ? null : days.get(nearest(days, period)).clone();
  }

  /** The day of that estimate; null when there is none. */
  public LocalDate day(String geography, String area, Period period) {
    NavigableMap<LocalDate, double[]> days = people.get(new Area(geography, area));
    return days == null ? null : nearest(days, period);
  }

  /**
   * Each person counted as many times as somebody of that age is expected to have an event, on the average of the
   * country once. Events over these people are an indirectly standardised rate: O/E times the country's crude rate.
   *
   * @param weights one an age, in any scale
   */
  public People weighted(double[] weights) {
    People weighted = new People();
    people.forEach(
        (area, days) ->
            days.forEach(
                (day, ages) -> {
                  double scale = scale(day, weights);
                  for (int age = 0; age < AGES && !Double.isNaN(scale); age++) {
                    weighted.add(area.geography(), area.code(), day, age, ages[age] * weights[age] * scale);
                  }
                }));
    return weighted;
  }

  /** What makes the country's weighted people as many as its people. */
  private double scale(LocalDate day, double[] weights) {
    double all = 0;
    double weighted = 0;
    for (Map.Entry<Area, NavigableMap<LocalDate, double[]>> area : people.entrySet()) {
      double[] ages = area.getKey().geography().equals("country") ? area.getValue().get(day) : null;
      for (int age = 0; ages != null && age < AGES; age++) {
        all += ages[age];
        weighted += ages[age] * weights[age];
      }
    }
    return weighted > 0 ? all / weighted : Double.NaN;
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
