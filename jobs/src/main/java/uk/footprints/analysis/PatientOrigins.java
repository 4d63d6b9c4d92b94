package uk.footprints.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.area.AdmissionFlow;
import uk.footprints.area.AreaShare;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.DateRange;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;

/**
 * Estimates from which areas the patients of a provider come. It uses admissions by council and provider, and spreads a
 * council's admissions over its areas by population.
 */
public final class PatientOrigins {

  /** The kind of membership of a provider's patients; the provider itself belongs to the area of its site. */
  public static final String KIND = "patients";

  private static final String BASIS = "catchment";
  private static final LocalDate DAY = LocalDate.of(2018, 9, 30);

  /** Smaller shares are chance, such as patients on holiday. */
  private static final double EDGE = 0.002;

  private PatientOrigins() {}

  /** Returns the memberships of every provider's patients in footprints and boards; their weights add up to one. */
  public static List<Membership> memberships(List<AdmissionFlow> flows, Areas areas) {
    List<Membership> memberships = new ArrayList<>();
    for (Geography geography : areas.listGeographies()) {
      if (geography.family().equals(Geography.FOOTPRINT)) {
        admitted(flows, areas, geography)
            .forEach(
                (provider, byArea) -> {
                  double all = sum(byArea);
                  byArea.values().removeIf(admissions -> admissions < EDGE * all);
                  double kept = sum(byArea);
                  byArea.forEach(
                      (area, admissions) ->
                          memberships.add(
                              new Membership(
                                  KIND, provider, geography.id(), area, DateRange.ALWAYS, admissions / kept, BASIS,
                                  "admission_flows")));
                });
      }
    }
    return memberships;
  }

  private static Map<String, Map<String, Double>> admitted(
  List<AdmissionFlow> flows, Areas areas, Geography geography) {
    Map<String, Map<String, Double>> admitted = new TreeMap<>();
    for (AdmissionFlow flow : flows) {
      for (AreaShare share : areas.listShares(Basis.AS_WAS, Membership.COUNCIL, flow.council(), geography.id(), DAY)) {
        admitted
            .computeIfAbsent(flow.provider(), p -> new TreeMap<>())
            .merge(share.areaCode(), flow.admissions() * share.weight(), Double::sum);
      }
    }
    return admitted;
  }

  private static double sum(Map<String, Double> byArea) {
    return byArea.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
