package uk.footprints.job.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.Dates;
import uk.footprints.area.Flow;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.area.Share;

/**
 * From which areas the patients of a provider come: an estimate, from admissions by council and provider, a council's
 * admissions spread over its areas by people.
 */
public final class Patients {

  /** Patients of a provider as members; the provider itself lies where its site does. */
  public static final String KIND = "patients";

  private static final String BASIS = "catchment";
  private static final LocalDate DAY = LocalDate.of(2018, 9, 30);

  /** Less than this is chance: a patient on holiday. */
  private static final double EDGE = 0.002;

  private Patients() {}

  /** The patients of every provider in every footprint and board; their weights add to one. */
  public static List<Membership> memberships(List<Flow> flows, Areas areas) {
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
                                  KIND, provider, geography.id(), area, Dates.ALWAYS, admissions / kept, BASIS,
                                  "admission_flows")));
                });
      }
    }
    return memberships;
  }

  private static Map<String, Map<String, Double>> admitted(List<Flow> flows, Areas areas, Geography geography) {
    Map<String, Map<String, Double>> admitted = new TreeMap<>();
    for (Flow flow : flows) {
      for (Share share : areas.listShares(Basis.AS_WAS, Membership.COUNCIL, flow.council(), geography.id(), DAY)) {
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
