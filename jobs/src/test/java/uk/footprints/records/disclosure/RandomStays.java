package uk.footprints.records.disclosure;

import static uk.footprints.records.measure.StayMeasure.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import uk.footprints.records.measure.AreaCount;
import uk.footprints.records.measure.AreaCounts;
import uk.footprints.records.measure.StayMeasure;

/** Counts of stays of nobody in the financial year 2016/17, most of them in few areas, months and groups. */
final class RandomStays {

  private static final int[] NIGHTS = {0, 0, 0, 1, 1, 2, 3, 5, 8, 15, 30};
  private static final int APRIL = 2016 * 12 + 3;

  private final Random random;
  private final Map<String, AreaCount> months = new LinkedHashMap<>();
  private final Map<String, AreaCount> groups = new LinkedHashMap<>();

  private RandomStays(Random random) {
    this.random = random;
  }

  /**
   * Makes counts.
   *
   * @param stays how many stays
   * @param areas the most areas of each side
   * @param months how many months
   * @param rich whether stays have lengths beyond two nights, lists of conditions, children and readmissions
   */
  static AreaCounts of(Random random, int stays, int areas, int months, boolean rich) {
    RandomStays made = new RandomStays(random);
    boolean tenths = random.nextInt(3) == 0;
    int residences = 1 + random.nextInt(areas);
    int providers = 1 + random.nextInt(areas);
    int ages = 1 + random.nextInt(3);
    for (int i = 0; i < stays; i++) {
      long[] counts = made.stay(rich);
      int month = APRIL + made.skewed(months);
      int group = made.skewed(ages) * 4 + 1 + random.nextInt(2);
      made.add("residence", "R" + made.skewed(residences), month, group, tenths, counts);
      made.add("provider", "P" + made.skewed(providers), month, group, false, counts);
    }
    return new AreaCounts(List.copyOf(made.months.values()), List.copyOf(made.groups.values()));
  }

  private int skewed(int n) {
    return random.nextInt(1 + random.nextInt(n));
  }

  private void add(String role, String area, int month, int group, boolean tenths, long[] counts) {
    months.merge(role + area + month, new AreaCount(role, area, month, AreaCount.WHOLE, counts), AreaCount::plus);
    groups.merge(role + area + "g" + group, new AreaCount(role, area, 2016, group, counts), AreaCount::plus);
    if (tenths && random.nextInt(20) > 0) {
      int tenth = AreaCount.DECILE + 1 + skewed(3);
      groups.merge(role + area + "g" + tenth, new AreaCount(role, area, 2016, tenth, counts), AreaCount::plus);
    }
  }

  private long[] stay(boolean rich) {
    long[] counts = new long[StayMeasure.values().length];
    counts[SPELLS.ordinal()] = 1;
    if (random.nextInt(3) > 0) {
      emergency(counts, NIGHTS[random.nextInt(rich ? NIGHTS.length : 6)], rich);
    }
    if (rich) {
      counts[CONTINUOUS_SPELLS.ordinal()] = random.nextInt(9) > 0 ? 1 : 0;
      boolean readmitted = counts[CONTINUOUS_SPELLS.ordinal()] > 0 && random.nextInt(6) == 0;
      boolean index = counts[CONTINUOUS_SPELLS.ordinal()] > 0 && random.nextInt(4) > 0;
      counts[READMISSION_INDEX.ordinal()] = index ? 1 : 0;
      counts[READMISSIONS_30_DAYS.ordinal()] = index && readmitted ? 1 : 0;
      counts[READMISSIONS_30_DAYS_NO_EXCLUSIONS.ordinal()] = readmitted ? 1 : 0;
      boolean ended = counts[CONTINUOUS_SPELLS.ordinal()] > 0 && !index && !readmitted;
      counts[DEATHS.ordinal()] = ended && random.nextInt(2) == 0 ? 1 : 0;
    }
    return counts;
  }

  private void emergency(long[] counts, int nights, boolean rich) {
    counts[EMERGENCY_ADMISSIONS.ordinal()] = 1;
    counts[(nights == 0 ? EMERGENCY_ZERO_DAY : EMERGENCY_OVERNIGHT).ordinal()] = 1;
    counts[EMERGENCY_BED_DAYS.ordinal()] = nights;
    counts[EMERGENCY_ADMISSIONS_LOS_1.ordinal()] = nights == 1 ? 1 : 0;
    counts[EMERGENCY_BED_DAYS_LOS_1.ordinal()] = nights == 1 ? 1 : 0;
    longer(counts, nights, 2, EMERGENCY_ADMISSIONS_LOS_2_PLUS, EMERGENCY_BED_DAYS_LOS_2_PLUS);
    longer(counts, nights, 7, EMERGENCY_ADMISSIONS_LOS_7_PLUS, EMERGENCY_BED_DAYS_LOS_7_PLUS);
    longer(counts, nights, 14, EMERGENCY_ADMISSIONS_LOS_14_PLUS, EMERGENCY_BED_DAYS_LOS_14_PLUS);
    longer(counts, nights, 21, EMERGENCY_ADMISSIONS_LOS_21_PLUS, EMERGENCY_BED_DAYS_LOS_21_PLUS);
    int way = random.nextInt(5);
    counts[(way == 0 ? EMERGENCY_VIA_GP : way == 1 ? EMERGENCY_VIA_OTHER : EMERGENCY_VIA_AE).ordinal()] = 1;
    if (rich) {
      counts[EMERGENCY_BY_FREQUENT.ordinal()] = random.nextInt(8) == 0 ? 1 : 0;
      int list = random.nextInt(6);
      counts[ACS_NHSOF_2_3_I.ordinal()] = list == 0 ? 1 : 0;
      counts[ACS_NHSOF_3A.ordinal()] = list == 1 ? 1 : 0;
      counts[ACS_URGENT_CARE_SENSITIVE.ordinal()] = random.nextInt(4) == 0 ? 1 : 0;
      if (random.nextInt(5) == 0) {
        counts[EMERGENCY_ADMISSIONS_UNDER_18.ordinal()] = 1;
        counts[EMERGENCY_ZERO_DAY_UNDER_18.ordinal()] = nights == 0 ? 1 : 0;
        counts[EMERGENCY_BED_DAYS_UNDER_18.ordinal()] = nights;
      }
    }
  }

  private static void longer(long[] counts, int nights, int least, StayMeasure stays, StayMeasure days) {
    counts[stays.ordinal()] = nights >= least ? 1 : 0;
    counts[days.ordinal()] = nights >= least ? nights : 0;
  }
}
