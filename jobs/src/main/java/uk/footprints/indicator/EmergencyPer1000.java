package uk.footprints.indicator;

import java.util.List;
import java.util.Optional;

/** Emergency admissions by all four routes per 1,000 people who live where the hospitals are. */
public final class EmergencyPer1000 implements Indicator {

  @Override
  public String id() {
    return "emergency_admissions_per_1000";
  }

  @Override
  public String title() {
    return "Emergency admissions per 1,000 people";
  }

  @Override
  public String definition() {
    return "Emergency admissions at the providers in the area, through A&E of each type and by any other way, per "
        + "1,000 residents of the area in the period; not adjusted for age.";
  }

  @Override
  public String unit() {
    return "per 1,000 people in the period";
  }

  @Override
  public String dataset() {
    return "ae_attendances";
  }

  @Override
  public List<Term> numerator() {
    return List.of(
        new Term("ae.emergency_admissions.type_1", 1),
        new Term("ae.emergency_admissions.type_2", 1),
        new Term("ae.emergency_admissions.other_ae", 1),
        new Term("ae.emergency_admissions.other", 1));
  }

  @Override
  public Optional<CountrySeries> countrySeries() {
    return Optional.of(new CountrySeries(AttendanceMeasures.COUNTRY, numerator(), List.of()));
  }

  @Override
  public List<String> caveats() {
    return List.of(
        "Hospitals take patients from other areas: a rate by provider is no rate of residents.",
        "April 2016 to March 2019 comes from a table by others that has only admissions through A&E: no value.",
        "The population is that of the nearest year published.");
  }

  @Override
  public String reviewed() {
    return "2026-11-01";
  }
}
