package uk.footprints.stay;

import java.util.List;
import java.util.Map;
import uk.footprints.stay.measure.AreaCounts;
import uk.footprints.stay.measure.Measure;
import uk.footprints.stay.measure.Readmissions;

/**
 * What a run of {@link Stays} made.
 *
 * @param episodes episodes read
 * @param valid episodes that stays were built from
 * @param filled admission dates taken from the start of the episode
 * @param people people with a stay
 * @param spells spells written
 * @param continuousSpells continuous spells written
 * @param months every measure by month of discharge, months with none left out
 * @param readmissions by month and area
 * @param areas every measure by area, unprotected: not for publication
 */
public record BuiltStays(
    long episodes,
    long valid,
    long filled,
    long people,
    long spells,
    long continuousSpells,
    Map<Measure, Map<String, Long>> months,
    List<Readmissions> readmissions,
    AreaCounts areas) {

  /** A measure over all months. */
  public long total(Measure measure) {
    return months.getOrDefault(measure, Map.of()).values().stream().mapToLong(Long::longValue).sum();
  }
}
