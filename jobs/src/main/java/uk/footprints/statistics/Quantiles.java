package uk.footprints.statistics;

import java.util.Arrays;

/** Quintiles, deciles and other equal groups of areas by a value. */
public final class Quantiles {

  private Quantiles() {}

  /**
   * The group of each area, from 1. Areas with one value share a group; missing values have none and are not counted.
   * Equals PHEindicatormethods' {@code phe_quantile}.
   *
   * @param values one an area; NaN where missing
   * @param groups how many groups: 5 for quintiles
   * @param highestFirst whether group 1 has the highest values
   * @return 0 for an area without a group: its value is missing, or there are fewer areas than groups
   */
  public static int[] of(double[] values, int groups, boolean highestFirst) {
    double[] given = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    double[] ranks = Ranks.smallest(highestFirst ? Arrays.stream(given).map(v -> -v).toArray() : given);
    int[] quantiles = new int[values.length];
    if (given.length < groups) {
      return quantiles;
    }
    int n = given.length;
    for (int i = 0, next = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        quantiles[i] = ofRank(ranks[next++], n, groups);
      }
    }
    return quantiles;
  }

  /** The order of operations matters: it decides on which side of a boundary rounding puts an area. */
  private static int ofRank(double rank, int n, int groups) {
    double fromTheEnd = Math.ceil(((n + 1) - rank) / ((double) n / groups));
    return (int) Math.max(1, Math.floor((groups + 1) - fromTheEnd));
  }
}
