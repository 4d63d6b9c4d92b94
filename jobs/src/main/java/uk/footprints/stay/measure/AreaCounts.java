package uk.footprints.stay.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What areas have: every month of each, and every group of its people by financial year.
 *
 * @param months of areas, everybody together
 * @param groups of areas, by age and sex, and by deprivation
 */
public record AreaCounts(List<AreaCount> months, List<AreaCount> groups) implements Serializable {

  /** Of some whole months. */
  public static AreaCounts of(Rollup rollup) {
    List<AreaCount> months = new ArrayList<>();
    Map<String, AreaCount> groups = new TreeMap<>();
    for (int cell : rollup.cells()) {
      long key = rollup.key(cell);
      boolean provider = Tally.provider(key) != Tally.ALL_PROVIDERS;
      boolean residence = Tally.residence(key) != Tally.ALL_RESIDENCES;
      if (provider == residence) {
        continue;
      }
      String role = provider ? "provider" : "residence";
      String area = provider ? rollup.provider(cell) : rollup.residence(cell);
      long[] none = new long[Measure.values().length];
      if (Tally.age(key) == Tally.ALL_AGES) {
        AreaCount month = new AreaCount(role, area, Tally.month(key), AreaCount.WHOLE, none);
        month.add(rollup, cell);
        months.add(month);
      } else {
        AreaCount group =
            new AreaCount(role, area, AreaCount.financialYear(Tally.month(key)), AreaCount.group(key), none);
        groups.computeIfAbsent(name(group), k -> group).add(rollup, cell);
      }
    }
    return new AreaCounts(months, new ArrayList<>(groups.values()));
  }

  /** All together: months are of one part each, years may be of several. In an order that depends on nothing else. */
  public static AreaCounts together(List<AreaCounts> parts) {
    Map<String, AreaCount> months = new TreeMap<>();
    Map<String, AreaCount> groups = new TreeMap<>();
    for (AreaCounts part : parts) {
      part.months.forEach(month -> months.merge(name(month), month, AreaCount::plus));
      part.groups.forEach(group -> groups.merge(name(group), group, AreaCount::plus));
    }
    return new AreaCounts(new ArrayList<>(months.values()), new ArrayList<>(groups.values()));
  }

  private static String name(AreaCount count) {
    return "%s|%s|%06d|%06d".formatted(count.role(), count.area(), count.time(), count.group() + 1);
  }
}
