package uk.footprints.area;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Geographies that are no edition of one year: trusts, commissioning groups, the sub-locations of boards, regions and
 * councils. A trust or a group is an area of its own, so that its figures as they were are its own, and as they are now
 * those of its successor. Regions and councils are those of their latest edition.
 */
final class LastingGeographies {

  private static final String FILE = "organisations.csv";
  private static final Set<String> COMMISSIONERS =
      Set.of("commissioning group", "primary care trust", "strategic health authority");
  private static final String ENGLAND = "E92000001";

  private final List<Area> areas = new ArrayList<>();
  private final List<Membership> memberships = new ArrayList<>();

  private LastingGeographies() {}

  /** Makes them of the editions. */
  static LastingGeographies of(Areas editions) {
    LastingGeographies lasting = new LastingGeographies();
    lasting.addTrusts(editions);
    lasting.addGroups(editions);
    lasting.addSubLocations(editions);
    lasting.addCopy(editions, "nhs_region_2020", Geography.REGIONS);
    lasting.addCopy(editions, Geography.COUNCILS, Geography.COUNCIL);
    return lasting;
  }

  /** Returns their areas; those of the sub-locations are in {@code areas.csv}. */
  List<Area> areas() {
    return areas;
  }

  /** Returns their memberships. */
  List<Membership> memberships() {
    return memberships;
  }

  private void addTrusts(Areas editions) {
    Map<String, String> names = new TreeMap<>();
    for (ReferenceTable.Row row :
        ReferenceTable.ofReference(FILE, "org_code", "org_name", "org_type").rows()) {
      if (!COMMISSIONERS.contains(row.required("org_type"))) {
        names.put(Areas.normal(row.required("org_code")), row.required("org_name"));
      }
    }
    for (Succession event : editions.successions().listAll()) {
      if (event.kind().equals(Membership.PROVIDER) && names.containsKey(event.newCode())) {
        names.putIfAbsent(event.oldCode(), event.oldCode());
      }
    }
    names.forEach((code, name) -> addOwn(Membership.PROVIDER, Geography.TRUST, code, name, FILE));
  }

  private void addGroups(Areas editions) {
    Map<String, String> names = new TreeMap<>();
    for (Geography geography : editions.listGeographies()) {
      if (geography.id().startsWith("ccg_")) {
        editions.listAreas(geography.id()).forEach(area -> names.put(area.odsCode(), area.name()));
      }
    }
    for (Area area : editions.listAreas(Geography.SUB_LOCATIONS)) {
      names.putIfAbsent(area.odsCode(), area.name());
    }
    names.forEach((code, name) -> addOwn(Membership.CCG, Geography.GROUPS, code, name, "areas.csv"));
  }

  private void addOwn(String kind, String geography, String code, String name, String source) {
    areas.add(new Area(geography, code, code, name, DateRange.ALWAYS, ENGLAND, source));
    memberships.add(new Membership(kind, code, geography, code, DateRange.ALWAYS, 1, "whole", source));
  }

  /** Adds every commissioning group to the sub-location that it has become. */
  private void addSubLocations(Areas editions) {
    Map<String, String> codes = new TreeMap<>();
    editions.listAreas(Geography.SUB_LOCATIONS).forEach(area -> codes.put(area.odsCode(), area.code()));
    TreeSet<String> groups = new TreeSet<>(codes.keySet());
    editions.listMemberships().stream()
        .filter(m -> m.memberKind().equals(Membership.CCG))
        .forEach(m -> groups.add(m.memberCode()));
    for (String group : groups) {
      Map<String, Double> parts = new LinkedHashMap<>();
      for (Successions.Heir heir : editions.successions().listHeirs(Membership.CCG, group)) {
        if (codes.containsKey(heir.code())) {
          parts.merge(codes.get(heir.code()), heir.share(), Double::sum);
        }
      }
      parts.forEach(
          (area, weight) ->
              memberships.add(
                  new Membership(
                      Membership.CCG, group, Geography.SUB_LOCATIONS, area, DateRange.ALWAYS, weight,
                      weight < 1 ? Councils.BASIS : "whole", "successions.csv")));
    }
  }

  private void addCopy(Areas editions, String edition, String geography) {
    for (Area area : editions.listAreas(edition)) {
      areas.add(
          new Area(
              geography, area.code(), area.odsCode(), area.name(), DateRange.ALWAYS, area.parentCode(),
              area.source()));
    }
    for (Membership m : editions.listMemberships()) {
      if (m.geography().equals(edition)) {
        memberships.add(
            new Membership(
                m.memberKind(), m.memberCode(), geography, m.areaCode(), m.dates(), m.weight(), m.weightBasis(),
                m.source()));
      }
    }
  }
}
