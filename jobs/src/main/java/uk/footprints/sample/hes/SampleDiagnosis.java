package uk.footprints.sample.hes;

import java.util.List;

/**
 * A primary diagnosis that artificial stays have, and what the sample knows of it. It is written here and not taken from
 * the tables that the jobs read, so that the truth of a sample is a second opinion.
 *
 * @param code ICD-10 without the dot, padded with X
 * @param specialty main specialty of the consultant
 * @param chronic in the list of NHS Outcomes Framework 2.3.i
 * @param nineteen in the list of nineteen conditions
 */
record SampleDiagnosis(String code, String specialty, boolean chronic, boolean nineteen) {

  static final List<SampleDiagnosis> AVOIDABLE = List.of(
      both("J459", "300"), both("J440", "300"), both("J441", "300"), both("I500", "320"), both("E101", "300"),
      both("E116", "300"), both("I209", "320"), both("I10X", "300"), both("D509", "300"), both("G409", "400"),
      new SampleDiagnosis("I251", "320", true, false), new SampleDiagnosis("I48X", "320", true, false),
      new SampleDiagnosis("F03X", "430", true, false), new SampleDiagnosis("E119", "300", true, false),
      nineteen("L031", "100"), nineteen("K529", "300"), nineteen("N390", "300"), nineteen("J181", "300"),
      nineteen("J069", "420"), nineteen("K047", "140"), nineteen("R568", "420"), nineteen("A379", "420"));

  static final List<SampleDiagnosis> URGENT = List.of(
      other("R074", "300"), other("R104", "100"), other("S720", "110"), other("I639", "300"), other("A419", "300"),
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

  private static SampleDiagnosis both(String code, String specialty) {
    return new SampleDiagnosis(code, specialty, true, true);
  }

  private static SampleDiagnosis nineteen(String code, String specialty) {
    return new SampleDiagnosis(code, specialty, false, true);
  }

  private static SampleDiagnosis other(String code, String specialty) {
    return new SampleDiagnosis(code, specialty, false, false);
  }
}
