package uk.footprints.dataset;

import java.util.List;
import java.util.Map;
import uk.footprints.conform.Measure;
import uk.footprints.conform.Rules;
import uk.footprints.parse.Layout;
import uk.footprints.period.PeriodKind;
import uk.footprints.source.Live;
import uk.footprints.source.Timetable;

/** Monthly Activity Return by commissioner, 2012 to 2019: admissions, referrals and first outpatient attendances. */
public final class MarCommissioner implements Dataset {

  @Override
  public String id() {
    return "mar_commissioner";
  }

  @Override
  public String title() {
    return "Monthly Hospital Activity (MAR), by commissioner";
  }

  @Override
  public Timetable timetable() {
    return Mar.TIMETABLE;
  }

  @Override
  public Live live() {
    return Live.from(Mar.landing("comm"));
  }

  @Override
  public List<Layout> layouts() {
    return Mar.layouts("Commissioner");
  }

  @Override
  public List<Measure> measures() {
    return Mar.MEASURES;
  }

  @Override
  public Rules rules() {
    return Rules.of(id(), "commissioner", PeriodKind.MONTH).withTotal().counting(measure -> true);
  }

  @Override
  public Map<String, Aside> asides() {
    return Mar.ASIDES;
  }

  @Override
  public List<String> warnings() {
    return List.of(
        "A trust that sent no return lowers its commissioners' figures: see findings before comparing areas.",
        "X24 is what NHS England commissions itself; it belongs to no footprint.",
        "Commissioners of 2012/13 are primary care trusts, which belong to no footprint.");
  }
}
