package uk.footprints.report.coherence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.footprints.area.Area;
import uk.footprints.area.Councils;
import uk.footprints.area.Geography;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.report.AreaContext;

/** Measures the overlap of areas with councils that run social care, and the population in no area. */
final class CouncilOverlap {

  private static final String METHOD = "people of mid-2020 by council and commissioning group";
  private static final double EDGE = 0.01;
  private static final int MOST = 12;

  private CouncilOverlap() {}

  /** Returns the share of each council's people who live in each area. */
  static Map<String, Map<String, Double>> shares(AreaContext context, Geography geography) {
    Councils councils = context.areas().councils();
    Map<String, Double> whole = councils.people();
    Map<String, Map<String, Double>> shares = new HashMap<>();
    councils
        .peopleIn(context.areas(), context.basis(), geography.id())
        .forEach(
            (council, byArea) -> {
              Map<String, Double> parts = new TreeMap<>();
              byArea.forEach((area, persons) -> parts.put(area, persons / whole.get(council)));
              shares.put(council, parts);
            });
    return shares;
  }

  /** Computes the measurements of every area of a geography, and of the population in no area. */
  static List<CoherenceMeasurement> of(AreaContext context, Geography geography) {
    Map<String, Map<String, Double>> shares = shares(context, geography);
    List<CoherenceMeasurement> measurements = new ArrayList<>();
    for (Area area : context.areas().listAreas(geography.id())) {
      measurements.addAll(measurements(context.areas().councils(), area.code(), shares));
    }
    Map<String, Double> whole = context.areas().councils().people();
    double all = whole.values().stream().mapToDouble(Double::doubleValue).sum();
    double placed = 0;
    for (Map.Entry<String, Map<String, Double>> e : shares.entrySet()) {
      placed += whole.get(e.getKey()) * e.getValue().values().stream().mapToDouble(Double::doubleValue).sum();
    }
    double outside = Math.max(0, Math.rint(all - placed));
    measurements.add(
        new CoherenceMeasurement(
            IndicatorValue.UNASSIGNED, "people_in_no_area", outside, "persons", METHOD, CoherenceMeasurement.ESTIMATED,
            "of %,.0f people of England".formatted(all)));
    return measurements;
  }

  private static List<CoherenceMeasurement> measurements(
      Councils councils, String area, Map<String, Map<String, Double>> shares) {
    Map<String, String> names = councils.names();
    Map<String, Double> whole = councils.people();
    double people = 0;
    double inCut = 0;
    List<Map.Entry<String, Double>> here = new ArrayList<>();
    for (Map.Entry<String, Map<String, Double>> e : shares.entrySet()) {
      double share = e.getValue().getOrDefault(area, 0.0);
      people += share * whole.get(e.getKey());
      if (share > EDGE) {
        here.add(Map.entry(e.getKey(), share));
        inCut += share < 1 - EDGE ? share * whole.get(e.getKey()) : 0;
      }
    }
    String why = "no commissioning group is here, so the area has no population";
    if (here.isEmpty()) {
      return List.of(
          CoherenceMeasurement.none(area, "councils", "councils", METHOD, why),
          CoherenceMeasurement.none(area, "councils_cut", "councils", METHOD, why),
          CoherenceMeasurement.none(area, "people_in_cut_councils_pct", "%", METHOD, why));
    }
    here.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    List<String> all =
        here.stream().map(e -> "%s %.0f%%".formatted(names.get(e.getKey()), 100 * e.getValue())).toList();
    List<String> cut =
        here.stream()
            .filter(e -> e.getValue() < 1 - EDGE)
            .map(e -> "%s %.0f%%".formatted(names.get(e.getKey()), 100 * e.getValue()))
            .toList();
    return List.of(
        new CoherenceMeasurement(
            area, "councils", here.size(), "councils", METHOD, CoherenceMeasurement.ESTIMATED,
            "share of each council's people who live here: " + listed(all)),
        new CoherenceMeasurement(
            area, "councils_cut", cut.size(), "councils", METHOD, CoherenceMeasurement.ESTIMATED,
            "councils that this area splits: " + listed(cut)),
        CoherenceMeasurement.share(
            area, "people_in_cut_councils_pct", inCut, people, METHOD,
            "%,.0f of %,.0f people".formatted(inCut, people)));
  }

  /** Joins the first few names. */
  static String listed(List<String> names) {
    String more = names.size() > MOST ? " and " + (names.size() - MOST) + " more" : "";
    return names.isEmpty() ? "none" : names.stream().limit(MOST).collect(Collectors.joining(", ")) + more;
  }
}
