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
 * From which areas the patients of a provider come: an estimate, from admissions by council and provider, a council's
 * admissions spread over its areas by people.
 */
public final class PatientOrigins {

  /** Patients of a provider as members; the provider itself lies where its site does. */
  public static final String KIND = "patients";

  private static final String BASIS = "catchment";
  private static final LocalDate DAY = LocalDate.of(2018, 9, 30);

  /** Less than this is chance: a patient on holiday. */
  private static final double EDGE = 0.002;

  private PatientOrigins() {}

  /** The patients of every provider in every footprint and board; their weights add to one. */
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

  private static Map<String, Map<String, Double>> admitted(List<AdmissionFlow> flows, Areas areas, Geography geography) {
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
