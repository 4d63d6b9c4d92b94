package uk.footprints.records.measure;

import java.io.Serializable;

/**
 * The measures of one area in one month, or of one group of its people in one financial year; still unprotected.
 *
 * @param role whether the area is a {@code provider} or a {@code residence}
 * @param area its code; {@code unknown} where the records do not say
 * @param time months since the year 0; the first calendar year of the financial year when there is a group
 * @param group {@link #WHOLE} for everybody, else the age band times four plus the sex, or {@link #DECILE} plus the
 *     tenth of deprivation
 * @param counts by {@link StayMeasure}
 */
public record AreaCount(String role, String area, int time, int group, long[] counts) implements Serializable {

  public static final int WHOLE = -1;
  /** Groups from here on are tenths of deprivation, 1 the most deprived. */
  public static final int DECILE = 1000;

  /** The financial year of a month, by its first calendar year. */
  public static int financialYear(int month) {
    return (month - 3) / 12;
  }

  /** The group of a cell of a tally. */
  static int group(long key) {
    return StayCounts.isDecile(key) ? DECILE + StayCounts.age(key) - StayCounts.DECILES + 1 : StayCounts.age(key) * 4 + StayCounts.sex(key);
  }

  void add(CountRollup rollup, int cell) {
    for (StayMeasure measure : StayMeasure.values()) {
      counts[measure.ordinal()] += rollup.count(cell, measure);
    }
  }

  /** Adds another's counts. */
  public AreaCount plus(AreaCount other) {
    long[] sums = counts.clone();
    for (int m = 0; m < sums.length; m++) {
      sums[m] += other.counts[m];
    }
    return new AreaCount(role, area, time, group, sums);
  }
}
