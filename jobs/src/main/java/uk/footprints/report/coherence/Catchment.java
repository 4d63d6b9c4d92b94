package uk.footprints.report.coherence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.area.AdmissionFlow;
import uk.footprints.area.Area;
import uk.footprints.area.AreaShare;
import uk.footprints.area.Areas;
import uk.footprints.area.Councils;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.area.Successions;
import uk.footprints.report.AreaContext;

/**
 * Estimates where an area's residents are admitted, and whose residents its providers admit, from counts by council and
 * trust. An area that splits its councils has no value, because the parts may use different hospitals.
 */
final class Catchment {

  private static final String METHOD =
      "admissions by council and trust; a council's people and their admissions spread over its commissioning groups";
  private static final LocalDate DAY = LocalDate.of(2018, 9, 30);
  private static final double MOST = 0.5;

  /** Counts are by council: an area has a value if this share of its people live in councils that are inside it. */
  private static final double WHOLE = 0.9;

  private final Map<String, Double> residents = new HashMap<>();
  private final Map<String, Double> provided = new HashMap<>();
  private final Map<String, Double> inside = new HashMap<>();
  private final Map<String, Map<String, double[]>> providers = new HashMap<>();

  private Catchment() {}

  /** Computes the measurements of every area of a geography. */
  static List<CoherenceMeasurement> of(AreaContext context, Geography geography) {
    Catchment catchment = new Catchment();
    Map<String, Map<String, Double>> councils = CouncilOverlap.shares(context, geography);
    Map<String, Map<String, Double>> homes = homes(context, councils);
    Map<String, List<AreaShare>> places = new HashMap<>();
    for (AdmissionFlow flow : context.flows()) {
      List<AreaShare> here =
          places.computeIfAbsent(
              flow.provider(),
              code -> context.areas().listShares(context.basis(), Membership.PROVIDER, code, geography.id(), DAY));
      catchment.add(flow, homes.getOrDefault(flow.council(), Map.of()), here);
    }
    List<CoherenceMeasurement> measurements = new ArrayList<>();
    for (Area area : context.areas().listAreas(geography.id())) {
      String why =
          context.flows().isEmpty()
              ? "the release has no admissions by council and trust"
              : whyUnknown(context.areas().councils(), area.code(), councils);
      measurements.addAll(why.isEmpty() ? catchment.measurements(area.code()) : none(area.code(), why));
    }
    return measurements;
  }

  /** Returns the share of every council in each area, including abolished councils. */
  private static Map<String, Map<String, Double>> homes(
      AreaContext context, Map<String, Map<String, Double>> byCouncil) {
    Map<String, Map<String, Double>> homes = new HashMap<>(byCouncil);
    Areas areas = context.areas();
    context.flows().stream().map(AdmissionFlow::council).distinct().filter(code -> !byCouncil.containsKey(code))
        .forEach(
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

  private void add(AdmissionFlow flow, Map<String, Double> homes, List<AreaShare> here) {
    homes.forEach((area, share) -> residents.merge(area, flow.admissions() * share, Double::sum));
    for (AreaShare place : here) {
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

  /** Explains why an area has no value: its residents' admissions are counted with those of neighbouring areas. */
  private static String whyUnknown(Councils known, String area, Map<String, Map<String, Double>> councils) {
    Map<String, Double> people = known.people();
    double all = 0;
    double whole = 0;
    List<String> cut = new ArrayList<>();
    for (Map.Entry<String, Map<String, Double>> council : councils.entrySet()) {
      double share = council.getValue().getOrDefault(area, 0.0);
      double here = share * people.get(council.getKey());
      all += here;
      if (share >= WHOLE) {
        whole += here;
      } else if (share > 0) {
        cut.add("%s %.0f%%".formatted(known.names().get(council.getKey()), 100 * share));
      }
    }
    return all == 0
        ? "no commissioning group is here, so the area has no population"
        : whole >= WHOLE * all
            ? ""
            : "admissions are counted by council, and too many people here live in councils that are partly elsewhere: "
                + CouncilOverlap.listed(cut);
  }

  private static List<CoherenceMeasurement> none(String area, String why) {
    return List.of(
        CoherenceMeasurement.none(area, "residents_treated_outside_pct", "%", METHOD, why),
        CoherenceMeasurement.none(area, "patients_from_elsewhere_pct", "%", METHOD, why),
        CoherenceMeasurement.none(area, "providers_used_from_elsewhere", "providers", METHOD, why));
  }

  private List<CoherenceMeasurement> measurements(String code) {
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
        CoherenceMeasurement.share(
            code, "residents_treated_outside_pct", home - both, home, METHOD,
            "%,.0f of %,.0f admissions of residents%s".formatted(home - both, home, year)),
        CoherenceMeasurement.share(
            code, "patients_from_elsewhere_pct", given - both, given, METHOD,
            "%,.0f of %,.0f admissions by providers here%s".formatted(given - both, given, year)),
        new CoherenceMeasurement(
            code, "providers_used_from_elsewhere", elsewhere.size(), "providers", METHOD,
            CoherenceMeasurement.ESTIMATED,
            "providers here that admit more people from elsewhere: " + CouncilOverlap.listed(elsewhere)));
  }
}
