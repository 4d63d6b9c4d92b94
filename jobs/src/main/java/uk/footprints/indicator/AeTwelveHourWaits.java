package uk.footprints.indicator;

import java.util.List;
import java.util.Optional;

/** Waits of 12 hours or more from the decision to admit, per 1,000 type 1 attendances. */
public final class AeTwelveHourWaits implements Indicator {

  @Override
  public String id() {
    return "ae_12_hour_waits_per_1000";
  }

  @Override
  public String title() {
    return "Waits of 12 hours from decision to admit, per 1,000 type 1 attendances";
  }

  @Override
  public String definition() {
    return "Patients who waited 12 hours or more from the decision to admit until admission, per 1,000 type 1 "
        + "attendances, at the providers in the area.";
  }

  @Override
  public String unit() {
    return "per 1,000 type 1 attendances";
  }

  @Override
  public String dataset() {
    return "ae_attendances";
  }

  @Override
  public List<Term> numerator() {
    return List.of(new Term("ae.dta_wait.over_12h", 1));
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
  public double multiplier() {
    return 1_000;
  }

  @Override
  public Method method() {
    return Method.RATE;
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
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
        "The clock starts at the decision to admit, not at arrival: a late decision shortens the wait.",
        "Months for which the files have no such column have no value.",
        AttendanceMeasures.CAVEAT);
  }

  @Override
  public String reviewed() {
    return "2026-11-01";
  }
}
