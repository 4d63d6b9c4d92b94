package uk.footprints.sample.hes;

import java.util.List;

/**
 * A primary diagnosis that artificial stays have, and what the sample knows of it. It is written here and not taken from
 * the tables that the jobs read, so that the truth of a sample is a second opinion.
 *
 * @param code ICD-10 without the dot, padded with X
 * @param specialty main specialty of the consultant
 * @param chronic in the list of NHS Outcomes Framework 2.3.i
 * @param acute in the list of NHS Outcomes Framework 3a
 * @param urgent in the list of urgent care sensitive conditions
 * @param operationsExcluded first letters of operations with which 2.3.i and 3a leave it out
 */
record SampleDiagnosis(String code, String specialty, boolean chronic, boolean acute, boolean urgent,
    String operationsExcluded) {

  /** First letters of an operation that the specifications of 2.3.i and 3a exclude, X for those from X0 to X2. */
  private static final String ANY_OPERATION = "ABCDEFGHIJKLMNOPQRSTVWX";

  static final List<SampleDiagnosis> AVOIDABLE = List.of(
      of("J459", "300", "chronic", ""), of("J440", "300", "chronic urgent", ""),
      of("J441", "300", "chronic urgent", ""), of("I500", "320", "chronic", "K"),
      of("E101", "300", "chronic urgent", ""), of("E116", "300", "chronic urgent", ""),
      of("I209", "320", "chronic urgent", ANY_OPERATION), of("I10X", "300", "chronic", "K"),
      of("D509", "300", "chronic", ""), of("G409", "400", "chronic urgent", ""),
      of("I251", "320", "chronic", ANY_OPERATION), of("I48X", "320", "chronic", ""),
      of("F03X", "430", "chronic urgent", ""), of("E119", "300", "chronic urgent", ""),
      of("L031", "100", "acute urgent", ANY_OPERATION), of("K529", "300", "acute", ""),
      of("N390", "300", "acute urgent", ""), of("J181", "300", "acute", ""), of("J069", "420", "acute", ""),
      of("K047", "140", "acute", ""), of("R568", "420", "acute", ""), of("A379", "420", "acute", ""));

  static final List<SampleDiagnosis> URGENT = List.of(
      of("R074", "300", "urgent", ""), of("R104", "100", "urgent", ""), other("S720", "110"), other("I639", "300"),
      other("A419", "300"),
      other("J189", "300"), other("N179", "300"), other("K359", "100"), other("T391", "180"), other("S060", "180"),
      other("I219", "320"), other("R55X", "300"), other("M545", "110"), other("K802", "100"), other("C349", "340"));

  static final List<SampleDiagnosis> PLANNED = List.of(
      other("H269", "130"), other("K409", "100"), other("M179", "110"), other("Z491", "361"), other("K635", "301"),
      other("C509", "100"), other("C189", "100"), other("Z511", "370"), other("D414", "101"), other("N200", "101"));

  static final List<SampleDiagnosis> BIRTH = List.of(
      other("O800", "501"), other("O700", "501"), other("O342", "501"), other("Z370", "560"));

  /** Left out of readmission indexes: neoplasms, chemotherapy. */
  boolean cancer() {
    return code.startsWith("C") || code.equals("D414") || code.equals("Z511");
  }

  /** Left out of readmission indexes: pregnancy and birth. */
  boolean obstetric() {
    return code.startsWith("O") || specialty.equals("501") || specialty.equals("560");
  }

  /** Whether the specifications of 2.3.i and 3a leave it out with an operation. */
  boolean excludes(String operation) {
    return !operation.isEmpty() && operationsExcluded.indexOf(operation.charAt(0)) >= 0;
  }

  private static SampleDiagnosis of(String code, String specialty, String lists, String operationsExcluded) {
    return new SampleDiagnosis(code, specialty, lists.contains("chronic"), lists.contains("acute"), lists.contains("urgent"),
        operationsExcluded);
  }

  private static SampleDiagnosis other(String code, String specialty) {
    return of(code, specialty, "", "");
  }
}
