package uk.footprints.indicator;

import java.util.List;
import java.util.Optional;

/** Share of attendances at departments of all types that took four hours or less. */
public final class AeFourHourAllTypes implements Indicator {

  @Override
  public String id() {
    return "ae_four_hour_all_types";
  }

  @Override
  public String title() {
    return "A&E attendances of all types within four hours";
  }

  @Override
  public String definition() {
    return "Attendances at departments of types 1, 2 and other that took four hours or less from arrival to leaving, "
        + "as a share of all attendances, at the providers in the area.";
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
    return AttendanceMeasures.withinFourHours("type_1", "type_2", "other");
  }

  @Override
  public List<Term> denominator() {
    return AttendanceMeasures.attendances("type_1", "type_2", "other");
  }

  @Override
  public Direction direction() {
    return Direction.HIGHER_IS_BETTER;
  }

  @Override
  public Optional<CountrySeries> countrySeries() {
    return Optional.of(AttendanceMeasures.countryWithinFourHours("type_1", "type_2", "other"));
  }

  @Override
  public List<String> caveats() {
    return List.of(
        "By provider: admissions and attendances of the hospitals in the area, whoever their patients are.",
        "The standard of 95% is for all types together.",
        "Trusts that tested other standards (May 2019 to May 2023) gave no figure; their areas are incomplete.",
        AttendanceMeasures.CAVEAT,
        "A walk-in centre that moves from one provider to another changes both areas.");
  }

  @Override
  public String reviewed() {
    return "2026-11-01";
  }
}
