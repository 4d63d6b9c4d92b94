package uk.footprints.sample.hes;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The true counts of a sample, taken while its lives were planned. */
public final class SampleTruth implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The counts by month of discharge, under the rules' defaults. */
  public enum Count {
    SPELLS,
    CONTINUOUS_SPELLS,
    EMERGENCY_ADMISSIONS,
    EMERGENCY_ZERO_DAY,
    EMERGENCY_OVERNIGHT,
    EMERGENCY_BED_DAYS,
    EMERGENCY_BED_DAYS_LOS_1,
    EMERGENCY_BED_DAYS_LOS_2_PLUS,
    EMERGENCY_BED_DAYS_LOS_7_PLUS,
    EMERGENCY_BED_DAYS_LOS_14_PLUS,
    EMERGENCY_BED_DAYS_LOS_21_PLUS,
    EMERGENCY_ADMISSIONS_LOS_1,
    EMERGENCY_ADMISSIONS_LOS_2_PLUS,
    EMERGENCY_ADMISSIONS_LOS_7_PLUS,
    EMERGENCY_ADMISSIONS_LOS_14_PLUS,
    EMERGENCY_ADMISSIONS_LOS_21_PLUS,
    EMERGENCY_VIA_AE,
    EMERGENCY_VIA_GP,
    EMERGENCY_VIA_OTHER,
    EMERGENCY_BY_FREQUENT,
    EMERGENCY_ADMISSIONS_UNDER_18,
    EMERGENCY_ZERO_DAY_UNDER_18,
    EMERGENCY_BED_DAYS_UNDER_18,
    ACS_NHSOF_2_3_I,
    ACS_NHSOF_3A,
    ACS_URGENT_CARE_SENSITIVE,
    READMISSION_INDEX,
    READMISSIONS_30_DAYS,
    READMISSIONS_30_DAYS_NO_EXCLUSIONS,
    DEATHS;

    /** Returns the name of the count in tables. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int FIRST_YEAR = 1990;
  private static final int MONTHS = 12 * 50;

  private final long[][] counts = new long[Count.values().length][MONTHS];
  private final Map<String, Long> totals = new TreeMap<>();

  void add(Count count, int day, long number) {
    LocalDate date = LocalDate.ofEpochDay(day);
    counts[count.ordinal()][(date.getYear() - FIRST_YEAR) * 12 + date.getMonthValue() - 1] += number;
  }

  void add(String total, long number) {
    totals.merge(total, number, Long::sum);
  }

  void add(SampleTruth other) {
    for (int c = 0; c < counts.length; c++) {
      for (int m = 0; m < MONTHS; m++) {
        counts[c][m] += other.counts[c][m];
      }
    }
    other.totals.forEach(this::add);
  }

  /** Returns counts of rows, episodes, duplicates, rejects by reason and the like. */
  public Map<String, Long> totals() {
    return totals;
  }

  /** Returns one count over all months. */
  public long total(Count count) {
    return Arrays.stream(counts[count.ordinal()]).sum();
  }

  /** Returns one count by month ({@code 2013-04}), months with none left out. */
  public Map<String, Long> byMonth(Count count) {
    Map<String, Long> months = new TreeMap<>();
    for (int m = 0; m < MONTHS; m++) {
      if (counts[count.ordinal()][m] != 0) {
        months.put("%d-%02d".formatted(FIRST_YEAR + m / 12, m % 12 + 1), counts[count.ordinal()][m]);
      }
    }
    return months;
  }
}
