package uk.footprints.report.coherence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.area.Area;
import uk.footprints.area.Areas;
import uk.footprints.area.Flow;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.area.Share;
import uk.footprints.area.Successions;
import uk.footprints.report.Land;

/** Where residents are admitted, and whose residents an area's providers admit: from counts by council and trust. */
final class Catchment {

  private static final String METHOD =
      "admissions by council and trust; a council's people and their admissions spread over its commissioning groups";
  private static final LocalDate DAY = LocalDate.of(2018, 9, 30);
  private static final double MOST = 0.5;

  private final Map<String, Double> residents = new HashMap<>();
  private final Map<String, Double> provided = new HashMap<>();
  private final Map<String, Double> inside = new HashMap<>();
  private final Map<String, Map<String, double[]>> providers = new HashMap<>();

  private Catchment() {}

  /** The readings for every area of a geography. */
  static List<Reading> of(Land land, Geography geography) {
    Catchment catchment = new Catchment();
    Map<String, Map<String, Double>> homes = homes(land, geography);
    Map<String, List<Share>> places = new HashMap<>();
    for (Flow flow : land.flows()) {
      List<Share> here =
          places.computeIfAbsent(
              flow.provider(),
              code -> land.areas().listShares(land.basis(), Membership.PROVIDER, code, geography.id(), DAY));
      catchment.add(flow, homes.getOrDefault(flow.council(), Map.of()), here);
    }
    List<Reading> readings = new ArrayList<>();
    land.areas().listAreas(geography.id()).forEach(area -> readings.addAll(catchment.readings(land, area)));
    return readings;
  }

  /** The part of every council, also of one that is no more, that lies in each area. */
  private static Map<String, Map<String, Double>> homes(Land land, Geography geography) {
    Map<String, Map<String, Double>> byCouncil = new HashMap<>();
    Overlap.shares(land, geography).forEach(byCouncil::put);
    Map<String, Map<String, Double>> homes = new HashMap<>(byCouncil);
    Areas areas = land.areas();
    land.flows().stream().map(Flow::council).distinct().filter(code -> !byCouncil.containsKey(code)).forEach(
        code -> {
          Map<String, Double> shares = new TreeMap<>();
          for (Successions.Heir heir : areas.successions().listHeirs(Membership.COUNCIL, code)) {
            byCouncil
                .getOrDefault(heir.code(), Map.of())
                .forEach((area, share) -> shares.merge(area, share * heir.share(), Double::sum));
          }
          homes.put(code, shares);
        });
    return homes;
  }

  private void add(Flow flow, Map<String, Double> homes, List<Share> here) {
    homes.forEach((area, share) -> residents.merge(area, flow.admissions() * share, Double::sum));
    for (Share place : here) {
      double admitted = flow.admissions() * place.weight();
      double own = admitted * homes.getOrDefault(place.areaCode(), 0.0);
      provided.merge(place.areaCode(), admitted, Double::sum);
      inside.merge(place.areaCode(), own, Double::sum);
      double[] sums =
          providers
              .computeIfAbsent(place.areaCode(), a -> new TreeMap<>())
              .computeIfAbsent(flow.provider(), p -> new double[2]);
      sums[0] += admitted;
      sums[1] += own;
    }
  }

  private List<Reading> readings(Land land, Area area) {
    String code = area.code();
    if (land.flows().isEmpty()) {
      String why = "the release has no admissions by council and trust (dataset admission_flows)";
      return List.of(
          Reading.none(code, "residents_treated_outside_pct", "%", METHOD, why),
          Reading.none(code, "patients_from_elsewhere_pct", "%", METHOD, why),
          Reading.none(code, "providers_used_from_elsewhere", "providers", METHOD, why));
    }
    double home = residents.getOrDefault(code, 0.0);
    double given = provided.getOrDefault(code, 0.0);
    double both = inside.getOrDefault(code, 0.0);
    List<String> elsewhere = new ArrayList<>();
    providers
        .getOrDefault(code, Collections.emptyMap())
        .forEach(
            (provider, sums) -> {
              if (sums[1] < MOST * sums[0]) {
                elsewhere.add("%s (%.0f%% from here)".formatted(provider, 100 * sums[1] / sums[0]));
              }
            });
    String year = " in 2018/19";
    return List.of(
        Reading.share(
            code, "residents_treated_outside_pct", home - both, home, METHOD,
            "%,.0f of %,.0f admissions of residents%s".formatted(home - both, home, year)),
        Reading.share(
            code, "patients_from_elsewhere_pct", given - both, given, METHOD,
            "%,.0f of %,.0f admissions by providers here%s".formatted(given - both, given, year)),
        new Reading(
            code, "providers_used_from_elsewhere", elsewhere.size(), "providers", METHOD, Reading.ESTIMATED,
            "providers here that admit more people from elsewhere: " + Overlap.listed(elsewhere)));
  }
}
