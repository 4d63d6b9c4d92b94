package uk.footprints.indicator;

import java.util.List;
import uk.footprints.period.PeriodKind;
import uk.footprints.period.RollUp;

/** General and acute beds open overnight per 1,000 people who live where the hospitals are. */
public final class GaBedsPer1000 implements Indicator {

  @Override
  public String id() {
    return "ga_beds_per_1000";
  }

  @Override
  public String title() {
    return "General and acute beds per 1,000 people";
  }

  @Override
  public String definition() {
    return "Average daily general and acute beds available overnight at the providers in the area, per 1,000 residents "
        + "of the area; a year is the average of its quarters by days.";
  }

  @Override
  public String unit() {
    return "beds per 1,000 people";
  }

  @Override
  public String dataset() {
    return "kh03_beds";
  }

  @Override
  public List<Term> numerator() {
    return List.of(new Term("beds.available.overnight.general_acute", 1));
  }

  @Override
  public Method method() {
    return Method.RATIO;
  }

  @Override
  public PeriodKind period() {
    return PeriodKind.QUARTER;
  }

  @Override
  public String occupiedMeasure() {
    return "beds.occupied.overnight.general_acute";
  }

  @Override
  public RollUp rollUp() {
    return RollUp.MEAN;
  }

  @Override
  public List<String> caveats() {
    return List.of(
        "By provider: specialist hospitals serve people far beyond their area.",
        "Averages of beds are no sample: there are no limits by chance.",
        "The population is that of the nearest year published.");
  }

  @Override
  public String reviewed() {
    return "2026-11-01";
  }
}
