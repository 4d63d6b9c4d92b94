package uk.footprints.records.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.records.measure.AreaCount;
import uk.footprints.records.measure.StayMeasure;

/**
 * Emergency readmissions that an area would have if each age band and sex there had the rate of all areas and years
 * together: indirect standardisation, as of the indicator of NHS Digital, without its diagnoses and procedures.
 *
 * @param byYear by financial year and area
 */
record ExpectedReadmissions(Map<Integer, Map<String, Double>> byYear) {

  private static final int INDEX = StayMeasure.READMISSION_INDEX.ordinal();
  private static final int READMITTED = StayMeasure.READMISSIONS_30_DAYS.ordinal();

  /** Of the groups of one side, tenths of deprivation passed over. */
  static ExpectedReadmissions of(List<AreaCount> groups) {
    Map<Integer, long[]> all = new HashMap<>();
    for (AreaCount group : groups) {
      long[] sums = all.computeIfAbsent(group.group(), g -> new long[2]);
      sums[0] += group.counts()[INDEX];
      sums[1] += group.counts()[READMITTED];
    }
    Map<Integer, Map<String, Double>> expected = new HashMap<>();
    for (AreaCount group : groups) {
      long[] sums = all.get(group.group());
      if (group.group() < AreaCount.DECILE && sums[0] > 0) {
        expected.computeIfAbsent(group.time(), y -> new HashMap<>())
            .merge(group.area(), (double) group.counts()[INDEX] * sums[1] / sums[0], Double::sum);
      }
    }
    return new ExpectedReadmissions(expected);
  }

  /** By area; rounded to a tenth, so that the counts behind cannot be worked out. */
  Map<String, Double> in(int year) {
    Map<String, Double> rounded = new HashMap<>();
    byYear.getOrDefault(year, Map.of()).forEach((area, value) -> rounded.put(area, Math.round(value * 10) / 10.0));
    return rounded;
  }
}
