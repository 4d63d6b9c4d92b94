package uk.footprints.indicator;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import uk.footprints.period.Period;

/** People by area, all ages, at the days for which there is an estimate. */
public final class People {

  private final Map<String, NavigableMap<LocalDate, Double>> people = new HashMap<>();

  private static String key(String geography, String area) {
    return geography + " " + area;
  }

  /** Adds people of some age to an area. */
  public void add(String geography, String area, LocalDate day, double persons) {
    people.computeIfAbsent(key(geography, area), k -> new TreeMap<>()).merge(day, persons, Double::sum);
  }

  /** The people of an area on the day nearest to the middle of a period; not a number when there are none. */
  public double near(String geography, String area, Period period) {
    NavigableMap<LocalDate, Double> days = people.get(key(geography, area));
    return days == null ? Double.NaN : days.get(nearest(days, period));
  }

  /** The day of that estimate. */
  public LocalDate day(String geography, String area, Period period) {
    NavigableMap<LocalDate, Double> days = people.get(key(geography, area));
    return days == null ? null : nearest(days, period);
  }

  private static LocalDate nearest(NavigableMap<LocalDate, Double> days, Period period) {
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
