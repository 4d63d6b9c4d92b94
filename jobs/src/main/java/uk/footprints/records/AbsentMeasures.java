package uk.footprints.records;

import static uk.footprints.records.measure.StayMeasure.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import uk.footprints.records.episode.EpisodeField;
import uk.footprints.records.measure.StayMeasure;

/** The measures of stays that are unknown, and not zero, because records lack a field that they need. */
public final class AbsentMeasures {

  private static final Map<EpisodeField, Set<StayMeasure>> BY_FIELD = new EnumMap<>(Map.of(
      EpisodeField.CLASSPAT, EnumSet.of(ACS_NHSOF_2_3_I, ACS_NHSOF_3A, ACS_URGENT_CARE_SENSITIVE),
      EpisodeField.SECONDARY_DIAGNOSES, EnumSet.of(ACS_NHSOF_2_3_I, ACS_NHSOF_3A, ACS_URGENT_CARE_SENSITIVE),
      EpisodeField.DIAG_4_01, EnumSet.of(ACS_NHSOF_2_3_I, ACS_NHSOF_3A, ACS_URGENT_CARE_SENSITIVE,
          READMISSION_INDEX, READMISSIONS_30_DAYS),
      EpisodeField.OPERATIONS, EnumSet.of(ACS_NHSOF_2_3_I, ACS_NHSOF_3A),
      EpisodeField.MAINSPEF, EnumSet.of(READMISSION_INDEX, READMISSIONS_30_DAYS),
      EpisodeField.STARTAGE, EnumSet.of(ACS_URGENT_CARE_SENSITIVE, EMERGENCY_ADMISSIONS_UNDER_18,
          EMERGENCY_ZERO_DAY_UNDER_18, EMERGENCY_BED_DAYS_UNDER_18)));

  private static final Set<EpisodeField> EXPECTED = EnumSet.of(
      EpisodeField.SEX, EpisodeField.STARTAGE, EpisodeField.DIAG_4_01, EpisodeField.MAINSPEF);

  private AbsentMeasures() {}

  /** The measures that records without some fields do not have. */
  public static Set<StayMeasure> of(Set<EpisodeField> lacking) {
    Set<StayMeasure> absent = EnumSet.noneOf(StayMeasure.class);
    lacking.forEach(field -> absent.addAll(BY_FIELD.getOrDefault(field, Set.of())));
    return absent;
  }

  /** Whether readmissions that would be expected at the rates of all by age and sex are unknown as well. */
  public static boolean isExpectedAbsent(Set<EpisodeField> lacking) {
    return lacking.stream().anyMatch(EXPECTED::contains);
  }
}
