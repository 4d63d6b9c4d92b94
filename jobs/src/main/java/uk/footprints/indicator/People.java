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
    NavigableMap<LocalDate, double[]> days = people.get(new Area(geography, area));
    return days == null ? Double.NaN : Arrays.stream(days.get(nearest(days, period))).sum();
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
   * Each person counted as often as somebody of that age is expected to have an event, where the average is once.
   * Events over these people are an indirectly standardised rate: observed over expected, times the reference's crude
   * rate.
   *
   * @param weights one an age
   */
  public People weighted(double[] weights) {
    People weighted = new People();
    people.forEach(
        (area, days) ->
            days.forEach(
                (day, ages) -> {
                  for (int age = 0; age < AGES; age++) {
                    weighted.add(area.geography(), area.code(), day, age, ages[age] * weights[age]);
                  }
                }));
    return weighted;
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
