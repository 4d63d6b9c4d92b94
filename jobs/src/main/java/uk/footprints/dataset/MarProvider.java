package uk.footprints.dataset;

import java.util.List;
import java.util.Map;
import uk.footprints.conform.Measure;
import uk.footprints.conform.Rules;
import uk.footprints.parse.Layout;
import uk.footprints.period.PeriodKind;
import uk.footprints.source.Live;
import uk.footprints.source.Timetable;

/** Monthly Activity Return by provider, 2012 to 2019: admissions, referrals and first outpatient attendances. */
public final class MarProvider implements Dataset {

  @Override
  public String id() {
    return "mar_provider";
  }

  @Override
  public String title() {
    return "Monthly Hospital Activity (MAR), by provider";
  }

  @Override
  public Timetable timetable() {
    return Mar.TIMETABLE;
  }

  @Override
  public Live live() {
    return Live.from(Mar.landing("prov"));
  }

  @Override
  public List<Layout> layouts() {
    return Mar.layouts("Provider");
  }

  @Override
  public List<Measure> measures() {
    return Mar.MEASURES;
  }

  @Override
  public Rules rules() {
    return Rules.of(id(), "provider", PeriodKind.MONTH).withTotal().counting(measure -> true);
  }

  @Override
  public Map<String, Aside> asides() {
    return Mar.ASIDES;
  }

  @Override
  public List<String> warnings() {
    return List.of(
        "A trust that sent no return has no row, or a row of zeros.",
        "Independent providers are included.");
  }
}
