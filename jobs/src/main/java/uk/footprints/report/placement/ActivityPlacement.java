package uk.footprints.report.placement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.area.AreaShare;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Geography;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.period.Period;

/**
 * The amount of an activity in a financial year by organisation and area; activity without an area is in {@link
 * Answer#UNASSIGNED}.
 *
 * @param byOrg the amounts by organisation, then by area
 */
record ActivityPlacement(Map<String, Map<String, Double>> byOrg) {

  private static final double ROUNDING = 1e-9;

  /** Computes the placement of an activity in every financial year, on one basis. */
  static Map<Integer, ActivityPlacement> of(
      Map<String, Map<Period, Double>> months, CountedActivity activity, Areas areas, Basis basis,
      Geography geography) {
    Map<Integer, ActivityPlacement> years = new TreeMap<>();
    months.forEach(
        (org, series) ->
            series.forEach(
                (month, value) -> {
                  Map<String, Double> here =
                      years
                          .computeIfAbsent(month.financialYear(), y -> new ActivityPlacement(new TreeMap<>()))
                          .byOrg
                          .computeIfAbsent(org, o -> new HashMap<>(2));
                  double placed = 0;
                  for (AreaShare share : shares(areas, basis, activity, org, geography, month)) {
                    here.merge(share.areaCode(), value * share.weight(), Double::sum);
                    placed += share.weight();
                  }
                  if (placed < 1 - ROUNDING) {
                    here.merge(IndicatorValue.UNASSIGNED, value * (1 - placed), Double::sum);
                  }
                }));
    return years;
  }

  private static List<AreaShare> shares(
      Areas areas, Basis basis, CountedActivity activity, String org, Geography geography, Period month) {
    return areas.listShares(basis, activity.memberKind(), org, geography.id(), month.start());
  }

  /** Returns the total in all areas and in none. */
  double all() {
    return byOrg.values().stream().flatMap(m -> m.values().stream()).mapToDouble(Double::doubleValue).sum();
  }

  /** Returns the amount in an area. */
  double in(String area) {
    return byOrg.values().stream().mapToDouble(m -> m.getOrDefault(area, 0.0)).sum();
  }
}
