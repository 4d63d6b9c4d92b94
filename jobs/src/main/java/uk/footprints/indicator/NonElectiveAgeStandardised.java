package uk.footprints.indicator;

import java.util.List;
import uk.footprints.area.Membership;

/** Non-elective admissions per 1,000 people, indirectly standardised for age: an estimate. */
public final class NonElectiveAgeStandardised implements Indicator {

  @Override
  public String id() {
    return "non_elective_age_standardised";
  }

  @Override
  public String title() {
    return "Non-elective admissions per 1,000 people, adjusted for age (estimate)";
  }

  @Override
  public String definition() {
    return "General and acute non-elective first finished consultant episodes, by commissioner, over what England's "
        + "age-specific rates would give here, times England's crude rate per 1,000 people.";
  }

  @Override
  public String unit() {
    return "per 1,000 people in the period, as if of England's ages";
  }

  @Override
  public String dataset() {
    return "mar_commissioner";
  }

  @Override
  public String memberKind() {
    return Membership.CCG;
  }

  @Override
  public List<Term> numerator() {
    return List.of(new Term("mar.non_elective", 1));
  }

  @Override
  public boolean ageWeighted() {
    return true;
  }

  @Override
  public List<String> caveats() {
    return List.of(
        "Estimate: how rates differ by age is taken from England's emergency admissions in Hospital Episode "
            + "Statistics, because commissioners' counts are not published by age; sex and need are not adjusted for.",
        "Indirectly standardised rates compare each area with England, not areas with one another.",
        "Limits are Byar's for the count; what was expected is taken as known.");
  }

  @Override
  public String reviewed() {
    return "2026-11-01";
  }
}
