package uk.footprints.indicator;

import java.util.List;
import java.util.Optional;

/** Days of delayed transfers of care per 1,000 people. */
public final class DelayedDaysPer1000 implements Indicator {

  @Override
  public String id() {
    return "delayed_days_per_1000";
  }

  @Override
  public String title() {
    return "Delayed days per 1,000 people";
  }

  @Override
  public String definition() {
    return "Days that patients stayed in hospital though ready to leave, by the council responsible for them, per "
        + "1,000 residents in the period.";
  }

  @Override
  public String unit() {
    return "days per 1,000 people in the period";
  }

  @Override
  public String dataset() {
    return "dtoc";
  }

  @Override
  public String memberKind() {
    return "council";
  }

  @Override
  public List<Term> numerator() {
    return List.of(new Term("dtoc.delayed_days.total", 1));
  }

  @Override
  public boolean sentByMember() {
    return false;
  }

  @Override
  public Method method() {
    return Method.RATIO;
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public Optional<CountrySeries> countrySeries() {
    return Optional.of(new CountrySeries("dtoc_england", numerator(), List.of()));
  }

  @Override
  public List<String> caveats() {
    return List.of(
        "By council: an area has the days of patients of its councils, in whichever hospital they were.",
        "Trusts send this return, not councils: a council's fall is no sign of a missing return.",
        "Days of one patient are not independent of one another: there are no limits by chance.",
        "The collection ended in February 2020; figures by council may end earlier.");
  }

  @Override
  public String reviewed() {
    return "2026-11-01";
  }
}
