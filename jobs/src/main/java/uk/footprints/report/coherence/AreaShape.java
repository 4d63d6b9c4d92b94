package uk.footprints.report.coherence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.footprints.area.Area;
import uk.footprints.area.AreaShare;
import uk.footprints.area.Boundaries;
import uk.footprints.area.Boundary;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.area.PointInArea;
import uk.footprints.area.Site;
import uk.footprints.indicator.IndicatorValue;
import uk.footprints.report.AreaContext;

/** Measures areas on the map: how compact they are, and which sites are in another area than their provider. */
final class AreaShape {

  private static final String COMPACT = "4 pi area / perimeter squared (Polsby and Popper 1991)";
  private static final String PLACED = "sites placed on the boundaries, providers by the register";

  private AreaShape() {}

  static List<CoherenceMeasurement> of(AreaContext context, Geography geography) {
    Optional<Boundaries> map = context.atlas().find(geography);
    List<CoherenceMeasurement> readings = new ArrayList<>();
    for (Area area : context.areas().listAreas(geography.id())) {
      Optional<Boundary> outline = map.flatMap(b -> b.find(area.code()));
      readings.add(
          outline
              .map(
                  o ->
                      new CoherenceMeasurement(
                          area.code(), "compactness", o.compactness(), "0 to 1", COMPACT, CoherenceMeasurement.MEASURED,
                          "%,.0f km2; a long coastline makes it less compact".formatted(o.areaKm2())))
              .orElseGet(
                  () ->
                  CoherenceMeasurement.none(
                  area.code(), "compactness", "0 to 1", COMPACT, "the release has no outline")));
    }
    readings.addAll(sites(context, geography, map));
    return readings;
  }

  private static List<CoherenceMeasurement> sites(AreaContext context, Geography geography, Optional<Boundaries> map) {
    List<Area> areas = context.areas().listAreas(geography.id());
    if (map.isEmpty() || context.atlas().sites().isEmpty()) {
      String why = "the release has no " + (map.isEmpty() ? "outlines of this geography" : "sites");
      return areas.stream()
      .map(a -> CoherenceMeasurement.none(a.code(), "sites_outside", "sites", PLACED, why))
      .toList();
    }
    PointInArea locator = new PointInArea(map.get());
    Map<String, Integer> here = new HashMap<>();
    Map<String, List<String>> outside = new TreeMap<>();
    List<String> nowhere = new ArrayList<>();
    for (Site site : context.atlas().sites()) {
      String found = locator.locate(site.longitude(), site.latitude()).orElse(IndicatorValue.UNASSIGNED);
      here.merge(found, 1, Integer::sum);
      if (found.equals(IndicatorValue.UNASSIGNED)) {
        nowhere.add(site.name());
      }
      List<AreaShare> register =
          context.areas().listShares(context.basis(), Membership.PROVIDER, site.code(), geography.id(), day(geography));
      for (AreaShare share : register) {
        if (!share.areaCode().equals(found)) {
          outside.computeIfAbsent(share.areaCode(), a -> new ArrayList<>()).add(site.name());
        }
      }
    }
    List<CoherenceMeasurement> readings = new ArrayList<>();
    for (Area area : areas) {
      List<String> names = outside.getOrDefault(area.code(), List.of());
      readings.add(
          new CoherenceMeasurement(
              area.code(), "sites_outside", names.size(), "sites", PLACED, CoherenceMeasurement.MEASURED,
              "providers of this area whose site is elsewhere on the map: %s; %d sites are here"
                  .formatted(CouncilOverlap.listed(names), here.getOrDefault(area.code(), 0))));
    }
    readings.add(
        new CoherenceMeasurement(
            IndicatorValue.UNASSIGNED, "sites_in_no_area", nowhere.size(), "sites", PLACED,
            CoherenceMeasurement.MEASURED,
            CouncilOverlap.listed(nowhere)));
    return readings;
  }

  /** Returns a day on which the geography was in force; that of today's register for custom areas. */
  static LocalDate day(Geography geography) {
    LocalDate from = geography.inForce().from();
    return from.equals(LocalDate.MIN) ? LocalDate.of(2022, 9, 30) : from.plusDays(1);
  }
}
