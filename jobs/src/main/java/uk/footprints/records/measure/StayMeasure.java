package uk.footprints.records.measure;

import java.util.Locale;

/**
 * What is counted of stays. Months are months of discharge, because extracts hold what ended in a year: admissions,
 * bed days and routes by the spell's discharge, readmissions by the discharge they follow. Emergency ones only, unless
 * the name says otherwise; bed days are nights, so a stay without a night adds none.
 */
public enum StayMeasure {
  SPELLS("All spells at one provider, of any kind."),
  CONTINUOUS_SPELLS("All continuous spells, transfers between providers joined."),
  EMERGENCY_ADMISSIONS("Spells that began as an emergency."),
  EMERGENCY_ZERO_DAY("Of these, without a night."),
  EMERGENCY_OVERNIGHT("Of these, with a night or more."),
  EMERGENCY_BED_DAYS("Nights of emergency spells."),
  EMERGENCY_BED_DAYS_LOS_1("Nights of emergency spells of one night."),
  EMERGENCY_BED_DAYS_LOS_2_PLUS("Nights of emergency spells of two nights or more."),
  EMERGENCY_BED_DAYS_LOS_7_PLUS("Nights of emergency spells of seven nights or more."),
  EMERGENCY_BED_DAYS_LOS_14_PLUS("Nights of emergency spells of fourteen nights or more."),
  EMERGENCY_BED_DAYS_LOS_21_PLUS("Nights of emergency spells of twenty-one nights or more."),
  EMERGENCY_ADMISSIONS_LOS_1("Emergency spells of one night."),
  EMERGENCY_ADMISSIONS_LOS_2_PLUS("Emergency spells of two nights or more."),
  EMERGENCY_ADMISSIONS_LOS_7_PLUS("Emergency spells of seven nights or more."),
  EMERGENCY_ADMISSIONS_LOS_14_PLUS("Emergency spells of fourteen nights or more."),
  EMERGENCY_ADMISSIONS_LOS_21_PLUS("Emergency spells of twenty-one nights or more."),
  EMERGENCY_VIA_AE("Emergency spells that came through A&E, ADMIMETH 21 and 2A."),
  EMERGENCY_VIA_GP("Emergency spells asked for by a general practitioner, ADMIMETH 22."),
  EMERGENCY_VIA_OTHER("Emergency spells by any other route."),
  EMERGENCY_BY_FREQUENT("Emergency spells of people who had had several in the year before."),
  EMERGENCY_ADMISSIONS_UNDER_18("Emergency spells of people under 18 on admission."),
  EMERGENCY_ZERO_DAY_UNDER_18("Of these, without a night."),
  EMERGENCY_BED_DAYS_UNDER_18("Nights of emergency spells of people under 18 on admission."),
  ACS_NHSOF_2_3_I("Ordinary emergency spells of NHS Outcomes Framework 2.3.i (chronic), its exclusions applied."),
  ACS_NHSOF_3A("Ordinary emergency spells of NHS Outcomes Framework 3a (acute), its exclusions applied."),
  ACS_URGENT_CARE_SENSITIVE("Ordinary emergency spells of the urgent care sensitive conditions of CCG framework 127b."),
  READMISSION_INDEX("Continuous spells that a readmission can follow: ended alive, no cancer, no obstetrics."),
  READMISSIONS_30_DAYS("Of these, followed by an emergency continuous spell within 30 days."),
  READMISSIONS_30_DAYS_NO_EXCLUSIONS("Continuous spells of any kind followed by an emergency one within 30 days."),
  DEATHS("Continuous spells that ended in death in hospital.");

  private final String definition;
  private final String label = name().toLowerCase(Locale.ROOT);

  StayMeasure(String definition) {
    this.definition = definition;
  }

  /** What it counts. */
  public String definition() {
    return definition;
  }

  /** As it is named in tables. */
  public String label() {
    return label;
  }
}
