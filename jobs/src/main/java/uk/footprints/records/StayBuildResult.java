package uk.footprints.records;

import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.footprints.records.episode.EpisodeField;
import uk.footprints.records.episode.RecordOrigin;
import uk.footprints.records.measure.AreaCounts;
import uk.footprints.records.measure.ReadmissionCounts;
import uk.footprints.records.measure.StayMeasure;

/**
 * What a run of {@link StayBuilder} made.
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
 * @param lacking fields that records lack; see {@link #absent}
 * @param origin whether the records are artificial, as noted when they were taken in
 */
public record StayBuildResult(
    long episodes,
    long valid,
    long filled,
    long people,
    long spells,
    long continuousSpells,
    Map<StayMeasure, Map<String, Long>> months,
    List<ReadmissionCounts> readmissions,
    AreaCounts areas,
    Set<EpisodeField> lacking,
    RecordOrigin origin) {

  /** The measures that are unknown because records lack a field; what was counted of them means nothing. */
  public Set<StayMeasure> absent() {
    return AbsentMeasures.of(lacking);
  }

  /** A measure over all months. */
  public long total(StayMeasure measure) {
    return months.getOrDefault(measure, Map.of()).values().stream().mapToLong(Long::longValue).sum();
  }
}
