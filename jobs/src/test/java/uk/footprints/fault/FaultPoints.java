package uk.footprints.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.footprints.storage.FaultyFileSystem.Part;
import uk.footprints.storage.FaultyFileSystem.When;

/**
 * Where a run is disturbed: so many points, dealt to the parts of a store in turn, as long as a part has changes left,
 * and spread evenly over the changes of each and over the moments before, during and after.
 *
 * @param part what is changed
 * @param change the how manyth change of it, from 1
 * @param when the moment
 */
record FaultPoints(Part part, long change, When when) {

  private static final int MOMENTS = When.values().length;

  /**
   * Chooses.
   *
   * @param changes how many changes an undisturbed run makes to each part
   */
  static List<FaultPoints> spread(Map<Part, Long> changes, int points) {
    Map<Part, Integer> dealt = new EnumMap<>(Part.class);
    int left = points;
    for (boolean more = true; left > 0 && more; ) {
      more = false;
      for (Part part : Part.values()) {
        int has = dealt.getOrDefault(part, 0);
        if (left > 0 && has < changes.get(part) * MOMENTS) {
          dealt.put(part, has + 1);
          left--;
          more = true;
        }
      }
    }
    List<FaultPoints> all = new ArrayList<>();
    dealt.forEach((part, n) -> {
      for (int i = 0; i < n; i++) {
        all.add(new FaultPoints(part, 1 + i * changes.get(part) / n, When.values()[i % MOMENTS]));
      }
    });
    return all;
  }
}
