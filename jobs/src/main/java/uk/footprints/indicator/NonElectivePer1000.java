package uk.footprints.indicator;

import java.util.List;
import uk.footprints.area.Membership;

/** Non-elective admissions per 1,000 people who live there, crude. */
public final class NonElectivePer1000 implements Indicator {

  @Override
  public String id() {
    return "non_elective_per_1000";
  }

  @Override
  public String title() {
    return "Non-elective admissions per 1,000 people";
  }

  @Override
  public String definition() {
    return "General and acute non-elective first finished consultant episodes, by commissioner, per 1,000 residents of "
        + "its area in the period; not adjusted for age.";
  }

  @Override
  public String unit() {
    return "per 1,000 people in the period";
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
  public List<String> caveats() {
    return List.of(
        "Crude: an area with many old people has more. Compare adjusted rates before calling it high.",
        "The population is that of the nearest year published, so a rate of another year drifts with it.",
        "Counts episodes, not people: the limits assume that admissions are independent.");
  }

  @Override
  public String reviewed() {
    return "2026-11-01";
  }
}
