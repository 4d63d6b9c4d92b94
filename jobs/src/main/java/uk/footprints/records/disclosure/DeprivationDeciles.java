package uk.footprints.records.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.records.measure.AreaCount;

/** Tenths of deprivation by residence, and for each area what is in none, so that they add up to its year. */
final class DeprivationDeciles {

  private DeprivationDeciles() {}

  /** The groups of a year; none when deprivation is not known at all. */
  static List<AreaCount> of(List<AreaCount> groups) {
    List<AreaCount> tenths = new ArrayList<>();
    Map<String, AreaCount> rest = new TreeMap<>();
    for (AreaCount group : groups) {
      if (!group.role().equals(StaySide.RESIDENCE.role())) {
        continue;
      }
      boolean tenth = group.group() >= AreaCount.DECILE;
      long[] signed = group.counts().clone();
      for (int m = 0; tenth && m < signed.length; m++) {
        signed[m] = -signed[m];
      }
      rest.merge(group.area(),
          new AreaCount(group.role(), group.area(), group.time(), AreaCount.DECILE, signed), AreaCount::plus);
      if (tenth) {
        tenths.add(group);
      }
    }
    if (!tenths.isEmpty()) {
      tenths.addAll(rest.values());
    }
    return tenths;
  }
}
