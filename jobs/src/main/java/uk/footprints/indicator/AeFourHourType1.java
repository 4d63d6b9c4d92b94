package uk.footprints.indicator;

import java.util.List;
import java.util.Optional;

/** Share of attendances at major departments that took four hours or less. */
public final class AeFourHourType1 implements Indicator {

  @Override
  public String id() {
    return "ae_four_hour_type_1";
  }

  @Override
  public String title() {
    return "Type 1 A&E attendances within four hours";
  }

  @Override
  public String definition() {
    return "Attendances at type 1 departments that took four hours or less from arrival to leaving, as a share of all "
        + "type 1 attendances, at the providers in the area.";
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
    return AttendanceMeasures.withinFourHours("type_1");
  }

  @Override
  public List<Term> denominator() {
    return AttendanceMeasures.attendances("type_1");
  }

  @Override
  public Direction direction() {
    return Direction.HIGHER_IS_BETTER;
  }

  @Override
  public Optional<CountrySeries> countrySeries() {
    return Optional.of(AttendanceMeasures.countryWithinFourHours("type_1"));
  }

  @Override
  public List<String> caveats() {
    return List.of(
        "By provider: an area's figure is that of its hospitals, not of its residents.",
        "Trusts that tested other standards (May 2019 to May 2023) gave no figure; their areas are incomplete.",
        AttendanceMeasures.CAVEAT,
        "The standard is 95%.");
  }

  @Override
  public String reviewed() {
    return "2026-11-01";
  }
}
