package uk.footprints.records.disclosure;

import static uk.footprints.records.measure.StayMeasure.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.footprints.records.measure.StayMeasure;

/**
 * What every reader knows of the counts of one cell: a sum of counts, some of them negative, that is never below zero
        .
 * A part is not larger than its whole, and a stay of seven nights or more has at least seven of its cell's nights.
 *
 * @param measures which counts
 * @param factors by what each is multiplied
 */
record CountRelation(int[] measures, int[] factors) {

  static final List<CountRelation> ALL = all();

  /** The sum in a cell. */
  long of(long[] counts) {
    long sum = 0;
    for (int i = 0; i < measures.length; i++) {
      sum += counts[measures[i]] * factors[i];
    }
    return sum;
  }

  /** Whether all its counts are published by age, sex and deprivation too. */
  boolean isGrouped() {
    return Arrays.stream(measures).mapToObj(m -> StayMeasure.values()[m])
        .allMatch(m -> SuppressionGroup.ALL.stream().anyMatch(g -> g.grouped() && g.measures().contains(m)));
  }

  private static List<CountRelation> all() {
    List<CountRelation> all = new ArrayList<>();
    for (StayMeasure measure : StayMeasure.values()) {
      all.add(times(1, measure).relation());
    }
    for (StayMeasure part : List.of(EMERGENCY_BY_FREQUENT, ACS_NHSOF_2_3_I, ACS_NHSOF_3A, ACS_URGENT_CARE_SENSITIVE,
        EMERGENCY_ADMISSIONS_UNDER_18)) {
      all.add(times(1, EMERGENCY_ADMISSIONS).and(-1, part).relation());
    }
    all.add(times(1, SPELLS).and(-1, EMERGENCY_ADMISSIONS).relation());
    all.add(times(1, EMERGENCY_ADMISSIONS_UNDER_18).and(-1, EMERGENCY_ZERO_DAY_UNDER_18).relation());
    all.add(times(1, EMERGENCY_ZERO_DAY).and(-1, EMERGENCY_ZERO_DAY_UNDER_18).relation());
    all.add(times(1, EMERGENCY_OVERNIGHT).and(-1, EMERGENCY_ADMISSIONS_UNDER_18)
        .and(1, EMERGENCY_ZERO_DAY_UNDER_18).relation());
    all.add(times(1, EMERGENCY_BED_DAYS_UNDER_18).and(-1, EMERGENCY_ADMISSIONS_UNDER_18)
        .and(1, EMERGENCY_ZERO_DAY_UNDER_18).relation());
    all.add(times(1, EMERGENCY_BED_DAYS).and(-1, EMERGENCY_BED_DAYS_UNDER_18)
        .and(-1, EMERGENCY_OVERNIGHT).and(1, EMERGENCY_ADMISSIONS_UNDER_18)
        .and(-1, EMERGENCY_ZERO_DAY_UNDER_18).relation());
    nights(all, 2, EMERGENCY_ADMISSIONS_LOS_2_PLUS, EMERGENCY_BED_DAYS_LOS_2_PLUS,
        7, EMERGENCY_ADMISSIONS_LOS_7_PLUS, EMERGENCY_BED_DAYS_LOS_7_PLUS);
    nights(all, 7, EMERGENCY_ADMISSIONS_LOS_7_PLUS, EMERGENCY_BED_DAYS_LOS_7_PLUS,
        14, EMERGENCY_ADMISSIONS_LOS_14_PLUS, EMERGENCY_BED_DAYS_LOS_14_PLUS);
    nights(all, 14, EMERGENCY_ADMISSIONS_LOS_14_PLUS, EMERGENCY_BED_DAYS_LOS_14_PLUS,
        21, EMERGENCY_ADMISSIONS_LOS_21_PLUS, EMERGENCY_BED_DAYS_LOS_21_PLUS);
    all.add(times(1, EMERGENCY_BED_DAYS_LOS_21_PLUS).and(-21, EMERGENCY_ADMISSIONS_LOS_21_PLUS).relation());
    all.add(times(1, CONTINUOUS_SPELLS).and(-1, READMISSION_INDEX).relation());
    all.add(times(1, CONTINUOUS_SPELLS).and(-1, READMISSIONS_30_DAYS_NO_EXCLUSIONS).relation());
    all.add(times(1, READMISSION_INDEX).and(-1, READMISSIONS_30_DAYS).relation());
    all.add(times(1, READMISSIONS_30_DAYS_NO_EXCLUSIONS).and(-1, READMISSIONS_30_DAYS).relation());
    all.add(times(1, CONTINUOUS_SPELLS).and(-1, READMISSION_INDEX)
        .and(-1, READMISSIONS_30_DAYS_NO_EXCLUSIONS).and(1, READMISSIONS_30_DAYS).relation());
    return List.copyOf(all);
  }

  /** Stays of {@code least} nights to one below {@code next}: how many nights that many stays can have. */
  private static void nights(List<CountRelation> all, int least, StayMeasure stays, StayMeasure days, int next,
      StayMeasure longer, StayMeasure longerDays) {
    all.add(times(1, stays).and(-1, longer).relation());
    all.add(times(1, days).and(-1, longerDays).and(-least, stays).and(least, longer).relation());
    all.add(times(-1, days).and(1, longerDays).and(next - 1, stays).and(1 - next, longer).relation());
  }

  private static Terms times(int factor, StayMeasure measure) {
    return new Terms(List.of(), List.of()).and(factor, measure);
  }

  /** A sum that is being written down. */
  private record Terms(List<StayMeasure> measures, List<Integer> factors) {

    Terms and(int factor, StayMeasure measure) {
      List<StayMeasure> more = new ArrayList<>(measures);
      more.add(measure);
      List<Integer> by = new ArrayList<>(factors);
      by.add(factor);
      return new Terms(more, by);
    }

    CountRelation relation() {
      return new CountRelation(measures.stream().mapToInt(StayMeasure::ordinal).toArray(),
          factors.stream().mapToInt(Integer::intValue).toArray());
    }
  }
}
