package uk.footprints.records.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What areas have: every month of each, and every group of its people by financial year.
 *
 * @param months of areas, everybody together
 * @param groups of areas, by age and sex, and by deprivation
 */
public record AreaCounts(List<AreaCount> months, List<AreaCount> groups) implements Serializable {

  private record Key(String role, String area, int time, int group) {
    static Key of(AreaCount count) {
      return new Key(count.role(), count.area(), count.time(), count.group());
    }
  }

  private static final Comparator<AreaCount> ORDER = Comparator.comparing(AreaCount::role)
      .thenComparing(AreaCount::area).thenComparingInt(AreaCount::time).thenComparingInt(AreaCount::group);

  /** Of some whole months. */
  public static AreaCounts of(CountRollup rollup) {
    List<AreaCount> months = new ArrayList<>();
    Map<Long, AreaCount> groups = new HashMap<>();
    for (int cell : rollup.cells()) {
      long key = rollup.key(cell);
      boolean provider = StayCounts.provider(key) != StayCounts.ALL_PROVIDERS;
      boolean residence = StayCounts.residence(key) != StayCounts.ALL_RESIDENCES;
      if (provider == residence) {
        continue;
      }
      AreaCount count;
      if (StayCounts.age(key) == StayCounts.ALL_AGES) {
        count = none(rollup, cell, provider, StayCounts.month(key), AreaCount.WHOLE);
        months.add(count);
      } else {
        // The financial year takes the place of the month.
        int year = AreaCount.financialYear(StayCounts.month(key));
        long group = StayCounts.key(year, StayCounts.provider(key), StayCounts.residence(key), StayCounts.age(key), StayCounts.sex(key));
        count = groups.computeIfAbsent(group, k -> none(rollup, cell, provider, year, AreaCount.group(key)));
      }
      count.add(rollup, cell);
    }
    return new AreaCounts(months, new ArrayList<>(groups.values()));
  }

  private static AreaCount none(CountRollup rollup, int cell, boolean provider, int time, int group) {
    return new AreaCount(provider ? "provider" : "residence",
        provider ? rollup.provider(cell) : rollup.residence(cell), time, group, new long[StayMeasure.values().length]);
  }

  /** All together: months are of one part each, years may be of several. In an order that depends on nothing else. */
  public static AreaCounts together(List<AreaCounts> parts) {
    return new AreaCounts(
        together(parts.stream().map(AreaCounts::months)), together(parts.stream().map(AreaCounts::groups)));
  }

  private static List<AreaCount> together(Stream<List<AreaCount>> parts) {
    Map<Key, AreaCount> sums = new HashMap<>();
    parts.flatMap(List::stream).forEach(count -> sums.merge(Key.of(count), count, AreaCount::plus));
    return sums.values().stream().sorted(ORDER).toList();
  }
}
