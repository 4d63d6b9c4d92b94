package uk.footprints.dataset;

import java.util.List;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn.Role;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.period.RollUp;
import uk.footprints.transform.Measure;

/** The sheet of KH03 with occupied beds by consultant specialty: a column for each specialty. */
final class Kh03Specialties {

  /** The specialties seen so far, for the table of measures; a new one is read although it is not listed here. */
  private static final String SPECIALTIES =
      """
      100 General Surgery
      101 Urology
      107 Vascular Surgery
      110 Trauma & Orthopaedics
      120 ENT
      130 Ophthalmology
      140 Oral Surgery
      141 Restorative Dentistry
      142 Paediatric Dentistry
      143 Orthodontics
      145 Oral & Maxillo Facial Surgery
      146 Endontics
      147 Peridontics
      148 Prosthodontics
      149 Surgical Dentistry
      150 Neurosurgery
      160 Plastic Surgery
      170 Cardiothoracic Surgery
      171 Paediatric Surgery
      180 Accident & Emergency
      190 Anaesthetics
      192 Critical Care Medicine
      300 General Medicine
      301 Gastroenterology
      302 Endocrinology
      303 Clinical Haematology
      304 Clinical Physiology
      305 Clinical Pharmacology
      310 Audiological Medicine
      311 Clinical Genetics
      312 Clinical Cyto & Molecular Genetics
      313 Clinical Immunology & Allergy
      314 Rehabilitation
      315 Palliative Medicine
      317 Allergy
      320 Cardiology
      321 Paediatric Cardiology
      325 Sport and Exercise Medicine
      326 Acute Internal Medicine
      330 Dermatology
      340 Thoracic Medicine
      350 Infectious Diseases
      352 Tropical Medicine
      360 Genito-Urinary Medicine
      361 Nephrology
      370 Medical Oncology
      371 Nuclear Medicine
      400 Neurology
      401 Clinical Neuro-Physiology
      410 Rheumatology
      420 Paediatrics
      421 Paediatric Neurology
      430 Geriatric Medicine
      450 Dental Medicine Specialties
      451 Special Care Dentistry
      460 Medical Ophthalmology
      501 Obstetrics
      502 Gynaecology
      504 Community Sexual and Reproductive Health
      700 Learning Disability
      710 Adult Mental Illness
      711 Child & Adolescent Psychiatry
      712 Forensic Psychiatry
      713 Psychotherapy
      715 Old Age Psychiatry
      800 Clinical Oncology
      810 Radiology
      820 General Pathology
      821 Blood Transfusion
      822 Chemical Pathology
      823 Haematology
      824 Histopathology
      830 Immunopathology
      831 Medical Microbiology and Virology
      833 Medical Microbiology
      834 Medical Virology
      900 Community Medicine
      901 Occupational Medicine
      """;

  private static final String ID = "beds.occupied.overnight.specialty.";

  static final Layout LAYOUT =
      Layout.of(
              "from 2010, by specialty",
              LayoutColumn.of(Role.YEAR, "Year"),
              LayoutColumn.of(Role.PERIOD, "Period End", "Period"),
              LayoutColumn.of(Role.PARENT, "Region Code", "AT Code", "SHA Code", "Area Team Code"),
              LayoutColumn.of(Role.ORG_CODE, "Org Code"),
              LayoutColumn.of(Role.ORG_NAME, "Org Name"),
              LayoutColumn.each(ID + "{1}", "100 General Surgery", "(\\d{3}) .+"))
          .onSheet("Occupied by Specialty");

  private Kh03Specialties() {}

  static List<Measure> measures() {
    return SPECIALTIES.lines().map(Kh03Specialties::measure).toList();
  }

  private static Measure measure(String heading) {
    String code = heading.substring(0, 3);
    return new Measure(
        ID + code,
        "Beds occupied overnight by specialty",
        "average daily beds",
        heading,
        "Average daily number of occupied beds open overnight, consultant main specialty " + heading + ".",
        code.equals("831") ? "Medical microbiology alone until 2010/11." : "")
        .rolledUpBy(RollUp.MEAN);
  }
}
