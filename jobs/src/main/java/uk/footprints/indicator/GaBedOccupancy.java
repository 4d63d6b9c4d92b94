package uk.footprints.indicator;

import java.util.List;
import uk.footprints.period.PeriodKind;
import uk.footprints.period.RollUp;

/** Share of general and acute beds open overnight that were occupied. */
public final class GaBedOccupancy implements Indicator {

  @Override
  public String id() {
    return "ga_bed_occupancy";
  }

  @Override
  public String title() {
    return "General and acute bed occupancy, overnight";
  }

  @Override
  public String definition() {
    return "Average daily general and acute beds occupied overnight as a share of those available, at the providers in "
        + "the area; a year is the average of its quarters by days.";
  }

  @Override
  public String unit() {
    return "%";
  }

  @Override
  public String dataset() {
    return "kh03_beds";
  }

  @Override
  public List<Term> numerator() {
    return List.of(new Term("beds.occupied.overnight.general_acute", 1));
  }

  @Override
  public List<Term> denominator() {
    return List.of(new Term("beds.available.overnight.general_acute", 1));
  }

  @Override
  public String weight() {
    return "beds.available.overnight.general_acute";
  }

  @Override
  public double multiplier() {
    return 100;
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
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
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
        "An average over the quarter hides days on which every bed was taken.",
        "85% and 92% are often used as lines; neither is a standard for an area.",
        "Averages of beds are no sample: there are no limits by chance.");
  }

  @Override
  public String reviewed() {
    return "2026-11-01";
  }
}
