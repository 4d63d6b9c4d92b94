package uk.footprints.indicator;

import java.util.List;
import java.util.Optional;

/** Share of type 1 attendances that end in an emergency admission. */
public final class AeConversionType1 implements Indicator {

  @Override
  public String id() {
    return "ae_conversion_type_1";
  }

  @Override
  public String title() {
    return "Type 1 A&E attendances that end in admission";
  }

  @Override
  public String definition() {
    return "Emergency admissions through type 1 departments as a share of type 1 attendances, at the providers in the "
        + "area.";
  }

  @Override
  public String unit() {
    return "%";
  }

  @Override
  public String dataset() {
    return "ae_attendances";
  }

  @Override
  public List<Term> numerator() {
    return List.of(new Term("ae.emergency_admissions.type_1", 1));
  }

  @Override
  public List<Term> denominator() {
    return AttendanceMeasures.attendances("type_1");
  }

  @Override
  public String weight() {
    return "ae.attendances.type_1";
  }

  @Override
  public Optional<CountrySeries> countrySeries() {
    return Optional.of(
        new CountrySeries(AttendanceMeasures.COUNTRY, numerator(), List.of(new Term("ae.attendances.type_1", 1))));
  }

  @Override
  public List<String> caveats() {
    return List.of(
        "By provider: admissions and attendances of the hospitals in the area, whoever their patients are.",
        "Same-day care that is counted as an admission here and as an attendance there moves it without any "
            + "change for patients.",
        "Admissions and attendances are counted separately: an admission may follow an attendance of the month "
            + "before.",
        AttendanceMeasures.CAVEAT);
  }

  @Override
  public String reviewed() {
    return "2026-11-01";
  }
}
