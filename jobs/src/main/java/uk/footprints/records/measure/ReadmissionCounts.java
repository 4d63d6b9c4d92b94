package uk.footprints.records.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Readmissions of an area in a month, seen and expected. Expected is what there would be if every age band and sex
 * there had the rate of all areas and months together: indirect standardisation.
 *
 * @param month {@code 2016-04}
 * @param role whether the area is a {@code provider} or a {@code residence}
 * @param area its code
 * @param index continuous spells that a readmission can follow
 * @param observed readmissions
 * @param expected readmissions at the rates of all
 */
public record ReadmissionCounts(String month, String role, String area, long index, long observed, double expected) {

  private static final int STRATA = (AgeBand.KNOWN + 1) * 3;

  /**
   * An area's month by age band and sex.
   *
   * @param index by stratum: age band times three plus sex
   * @param observed by stratum
   */
  public record Strata(String month, String role, String area, long[] index, long[] observed) implements Serializable {

    public static Strata empty(String month, String role, String area) {
      return new Strata(month, role, area, new long[STRATA], new long[STRATA]);
    }

    /** Adds a cell. */
    public void add(int ageBand, int sex, long index, long observed) {
      this.index[ageBand * 3 + sex] += index;
      this.observed[ageBand * 3 + sex] += observed;
    }
  }

  /** Readmissions as a share of indexes, per cent. */
  public double crudePercent() {
    return index == 0 ? Double.NaN : 100.0 * observed / index;
  }

  /** Observed over expected; not a number where nothing is expected. */
  public double ratio() {
    return expected == 0 ? Double.NaN : observed / expected;
  }

  /** Standardises areas of one role by the rates of all of them together. */
  public static List<ReadmissionCounts> standardise(List<Strata> areas) {
    long[] index = new long[STRATA];
    long[] observed = new long[STRATA];
    for (Strata area : areas) {
      for (int s = 0; s < STRATA; s++) {
        index[s] += area.index[s];
        observed[s] += area.observed[s];
      }
    }
    List<ReadmissionCounts> standardised = new ArrayList<>();
    for (Strata area : areas) {
      double expected = 0;
      long indexes = 0;
      long seen = 0;
      for (int s = 0; s < STRATA; s++) {
        expected += index[s] == 0 ? 0 : (double) area.index[s] * observed[s] / index[s];
        indexes += area.index[s];
        seen += area.observed[s];
      }
      standardised.add(new ReadmissionCounts(area.month, area.role, area.area, indexes, seen, expected));
    }
    return standardised;
  }
}
