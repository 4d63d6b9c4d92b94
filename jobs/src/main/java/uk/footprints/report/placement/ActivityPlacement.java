package uk.footprints.report.placement;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.area.AreaShare;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;

/**
 * Where the activity of organisations is counted, on one basis.
 *
 * @param activity the activity
 * @param areas the register of areas
 * @param basis as was or as now
 * @param geography the geography
 */
record ActivityPlacement(CountedActivity activity, Areas areas, Basis basis, Geography geography) {

  private static final double ROUNDING = 1e-9;

  /**
   * Returns the amounts of an organisation by financial year, then by area; activity without an area is in {@link
   * IndicatorValue#UNASSIGNED}.
   *
   * @param months its counts by month
   */
  Map<Integer, Map<String, Double>> of(String org, Map<Period, Double> months) {
    Map<Integer, Map<String, Double>> years = new TreeMap<>();
    months.forEach((month, value) -> {
      Map<String, Double> here = years.computeIfAbsent(month.financialYear(), y -> new HashMap<>(2));
      double placed = 0;
      for (AreaShare share :
          areas.listShares(basis, activity.memberKind(), org, geography.id(), month.start())) {
        here.merge(share.areaCode(), value * share.weight(), Double::sum);
        placed += share.weight();
      }
      if (placed < 1 - ROUNDING) {
        here.merge(IndicatorValue.UNASSIGNED, value * (1 - placed), Double::sum);
      }
    });
    return years;
  }
}
