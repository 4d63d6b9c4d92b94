package uk.footprints.records;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.footprints.records.measure.AcsList;

/**
 * The choices behind stays and their measures. Sources: HES data dictionary; Health Foundation, HES_pipeline; Centre
 * for Health Economics, York, on continuous inpatient spells; NHS Digital on emergency readmissions.
 *
 * @param emergencyMethods ADMIMETH of emergency admissions
 * @param transfersCount whether 2B, an emergency transfer of somebody already admitted, counts as an emergency
 *     admission; published counts of HES do so, HES_pipeline makes it a transfer
 * @param gapDays most days between two spells of a continuous spell
 * @param readmissionDays an emergency readmission starts 0 to this many days after discharge
 * @param exclusions diagnoses (ICD-10, the start of a code) that keep a continuous spell from being the start of a
 *     readmission, by reason
 * @param obstetricSpecialties MAINSPEF that does the same
 * @param frequentAfter an emergency admission is of a frequent attender when at least so many were before it
 * @param frequentDays within so many days, admission to admission
 * @param acsLists lists of ambulatory care sensitive conditions, in the order of their measures
 * @param residence which area people live in, CCG_RESIDENCE or LSOA11
 */
public record StayRules(
    Set<String> emergencyMethods,
    boolean transfersCount,
    int gapDays,
    int readmissionDays,
    Map<String, List<String>> exclusions,
    Set<String> obstetricSpecialties,
    int frequentAfter,
    int frequentDays,
    List<AcsList> acsLists,
    String residence)
    implements Serializable {

  /** The rules as published, 2B counted, three days, thirty days, residence by commissioning group. */
  public static final StayRules USUAL = new StayRules(
      Set.of("21", "22", "23", "24", "25", "28", "2A", "2B", "2C", "2D"),
      true,
      3,
      30,
      Map.of("cancer", List.of("C", "D37", "D38", "D39", "D4", "Z511"), "obstetric", List.of("O")),
      Set.of("501", "560"),
      3,
      365,
      List.of(AcsList.named("nhsof_2_3_i"), AcsList.named("nhsof_3a"),
          AcsList.named("urgent_care_sensitive")),
      "CCG_RESIDENCE");

  private static final Set<String> TRANSFER_METHODS = Set.of("67", "81", "2B");
  private static final Set<String> TRANSFER_PLACES = Set.of("51", "52", "53");

  /** The same rules with 2B as a transfer. */
  public StayRules transfersNotCounted() {
    return new StayRules(emergencyMethods, false, gapDays, readmissionDays, exclusions, obstetricSpecialties,
        frequentAfter, frequentDays, acsLists, residence);
  }

  /** The same rules with residence by another column. */
  public StayRules by(String residence) {
    return new StayRules(emergencyMethods, transfersCount, gapDays, readmissionDays, exclusions, obstetricSpecialties,
        frequentAfter, frequentDays, acsLists, residence);
  }

  /** The same rules with another gap between spells of a continuous spell. */
  public StayRules within(int gapDays) {
    return new StayRules(emergencyMethods, transfersCount, gapDays, readmissionDays, exclusions, obstetricSpecialties,
        frequentAfter, frequentDays, acsLists, residence);
  }

  boolean isEmergency(String method) {
    return emergencyMethods.contains(method) && (transfersCount || !method.equals("2B"));
  }

  /** ADMIMETH of somebody who comes from another hospital. */
  static boolean isTransferMethod(String method) {
    return TRANSFER_METHODS.contains(method);
  }

  /** ADMISORC or DISDEST that is another hospital. */
  static boolean isHospital(String place) {
    return TRANSFER_PLACES.contains(place);
  }

  /** Why a diagnosis keeps a stay from being the start of a readmission; empty when it does not. */
  String exclusion(String diagnosis) {
    return exclusions.entrySet().stream()
        .filter(reason -> reason.getValue().stream().anyMatch(diagnosis::startsWith))
        .map(Map.Entry::getKey).sorted().findFirst().orElse("");
  }
}
