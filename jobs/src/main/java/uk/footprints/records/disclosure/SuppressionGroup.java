package uk.footprints.records.disclosure;

import static uk.footprints.records.measure.StayMeasure.*;

import java.util.List;
import java.util.function.ToLongFunction;
import uk.footprints.records.measure.StayMeasure;

/**
 * Measures that are published or suppressed together, and the counts that publishing them would disclose: the count
 * itself and the rest of the larger count of which it is a part. Where a larger count is suppressed, so are its parts, so
 * that each level alone has to be safe against subtraction.
 *
 * @param id its name
 * @param within the levels whose counts this one is a part of
 * @param grouped whether it is published by age, sex and deprivation as well
 * @param measures what is shown
 * @param parts counts that must not be small
 */
record SuppressionGroup(String id, List<String> within, boolean grouped, List<StayMeasure> measures, List<ToLongFunction<long[]>> parts) {

  /** Wholes before their parts. */
  static final List<SuppressionGroup> ALL = List.of(
      new SuppressionGroup("spells", List.of(), true, List.of(SPELLS), List.of(of(SPELLS))),
      new SuppressionGroup("emergency", List.of("spells"), true, List.of(EMERGENCY_ADMISSIONS),
          List.of(of(EMERGENCY_ADMISSIONS), rest(SPELLS, EMERGENCY_ADMISSIONS))),
      new SuppressionGroup("nights", List.of("emergency"), true,
          List.of(EMERGENCY_ZERO_DAY, EMERGENCY_OVERNIGHT, EMERGENCY_BED_DAYS),
          List.of(of(EMERGENCY_ZERO_DAY), of(EMERGENCY_OVERNIGHT))),
      new SuppressionGroup("two", List.of("nights"), true,
          List.of(EMERGENCY_ADMISSIONS_LOS_2_PLUS, EMERGENCY_ADMISSIONS_LOS_1, EMERGENCY_BED_DAYS_LOS_1,
              EMERGENCY_BED_DAYS_LOS_2_PLUS),
          List.of(of(EMERGENCY_ADMISSIONS_LOS_2_PLUS), of(EMERGENCY_ADMISSIONS_LOS_1))),
      longer("seven", "two", EMERGENCY_ADMISSIONS_LOS_7_PLUS, EMERGENCY_BED_DAYS_LOS_7_PLUS,
          EMERGENCY_ADMISSIONS_LOS_2_PLUS),
      longer("fourteen", "seven", EMERGENCY_ADMISSIONS_LOS_14_PLUS, EMERGENCY_BED_DAYS_LOS_14_PLUS,
          EMERGENCY_ADMISSIONS_LOS_7_PLUS),
      longer("twenty_one", "fourteen", EMERGENCY_ADMISSIONS_LOS_21_PLUS, EMERGENCY_BED_DAYS_LOS_21_PLUS,
          EMERGENCY_ADMISSIONS_LOS_14_PLUS),
      new SuppressionGroup("route", List.of("emergency"), false, List.of(EMERGENCY_VIA_AE, EMERGENCY_VIA_GP, EMERGENCY_VIA_OTHER),
          List.of(of(EMERGENCY_VIA_GP), of(EMERGENCY_VIA_OTHER), of(EMERGENCY_VIA_AE))),
      part("frequent", EMERGENCY_BY_FREQUENT, false),
      part("acs_chronic", ACS_NHSOF_2_3_I, true),
      part("acs_acute", ACS_NHSOF_3A, true),
      part("acs_urgent", ACS_URGENT_CARE_SENSITIVE, true),
      part("children", EMERGENCY_ADMISSIONS_UNDER_18, false),
      new SuppressionGroup("children_nights", List.of("children", "nights"), false,
          List.of(EMERGENCY_ZERO_DAY_UNDER_18, EMERGENCY_BED_DAYS_UNDER_18),
          List.of(of(EMERGENCY_ZERO_DAY_UNDER_18), rest(EMERGENCY_ADMISSIONS_UNDER_18, EMERGENCY_ZERO_DAY_UNDER_18),
              rest(EMERGENCY_ZERO_DAY, EMERGENCY_ZERO_DAY_UNDER_18),
              counts -> counts[EMERGENCY_OVERNIGHT.ordinal()] - counts[EMERGENCY_ADMISSIONS_UNDER_18.ordinal()]
                  + counts[EMERGENCY_ZERO_DAY_UNDER_18.ordinal()])),
      new SuppressionGroup("continuous", List.of(), false, List.of(CONTINUOUS_SPELLS), List.of(of(CONTINUOUS_SPELLS))),
      new SuppressionGroup("index", List.of("continuous"), true, List.of(READMISSION_INDEX),
          List.of(of(READMISSION_INDEX), rest(CONTINUOUS_SPELLS, READMISSION_INDEX))),
      new SuppressionGroup("readmissions", List.of("index"), true, List.of(READMISSIONS_30_DAYS),
          List.of(of(READMISSIONS_30_DAYS), rest(READMISSION_INDEX, READMISSIONS_30_DAYS))),
      new SuppressionGroup("all_readmissions", List.of("readmissions"), false, List.of(READMISSIONS_30_DAYS_NO_EXCLUSIONS),
          List.of(of(READMISSIONS_30_DAYS_NO_EXCLUSIONS),
              rest(READMISSIONS_30_DAYS_NO_EXCLUSIONS, READMISSIONS_30_DAYS),
              rest(CONTINUOUS_SPELLS, READMISSIONS_30_DAYS_NO_EXCLUSIONS))),
      // A readmission can follow none of the dead, so that these and those left out for cancer or birth add up.
      new SuppressionGroup("deaths", List.of("index"), false, List.of(DEATHS),
          List.of(of(DEATHS), rest(CONTINUOUS_SPELLS, DEATHS),
              counts -> counts[CONTINUOUS_SPELLS.ordinal()] - counts[READMISSION_INDEX.ordinal()]
                  - counts[DEATHS.ordinal()])));

  private static SuppressionGroup longer(String id, String within, StayMeasure stays, StayMeasure days, StayMeasure shorter) {
    return new SuppressionGroup(id, List.of(within), false, List.of(stays, days), List.of(of(stays), rest(shorter, stays)));
  }

  private static SuppressionGroup part(String id, StayMeasure measure, boolean grouped) {
    return new SuppressionGroup(
        id, List.of("emergency"), grouped, List.of(measure), List.of(of(measure), rest(EMERGENCY_ADMISSIONS, measure)));
  }

  private static ToLongFunction<long[]> of(StayMeasure measure) {
    return counts -> counts[measure.ordinal()];
  }

  private static ToLongFunction<long[]> rest(StayMeasure whole, StayMeasure part) {
    return counts -> counts[whole.ordinal()] - counts[part.ordinal()];
  }
}
