package uk.footprints.analysis;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.footprints.area.Area;
import uk.footprints.area.AreaShare;
import uk.footprints.area.Areas;
import uk.footprints.area.Basis;
import uk.footprints.area.DateRange;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.dataset.Lookups;
import uk.footprints.runtime.UserException;
import uk.footprints.table.TableExcerpt;

/**
 * Assigns small areas (LSOA 2011) to areas: by the published lookups, or else by their commissioning group of April
 * 2021. Where a boundary splits such a group, shares of its population are used, which is an estimate.
 */
public final class SmallAreaMemberships {

  /** The kind of membership of small areas. */
  public static final String KIND = "lsoa_2011";

  private static final String GROUPS = "ccg_2021";
  private static final LocalDate DAY = LocalDate.of(2021, 6, 30);

  private record Lookup(String fromKind, String fromCode, String toKind, String toCode) {}

  private static final TableExcerpt<Lookup> LOOKUPS = TableExcerpt.of(Lookups.TABLE, Lookup.class);

  private final Map<String, Map<String, String>> lookups = new HashMap<>();
  private final Areas areas;

  private SmallAreaMemberships(Areas areas, List<Lookup> pairs) {
    this.areas = areas;
    for (Lookup pair : pairs) {
      lookups.computeIfAbsent(pair.toKind(), k -> new TreeMap<>()).put(pair.fromCode(), pair.toCode());
    }
  }

  /** Reads the memberships of a release; empty where it has no lookup of small areas. */
  public static SmallAreaMemberships of(ReleaseReader published, Areas areas) throws IOException {
    return new SmallAreaMemberships(areas, published.rows(LOOKUPS, Map.of("from_kind", Set.of(KIND))));
  }

  /** Returns whether a small area is known. */
  boolean has(String code) {
    return lookups.getOrDefault(GROUPS, Map.of()).containsKey(code);
  }

  /** Returns whether published lookups assign small areas to each of two geographies. */
  public boolean has(String one, String other) {
    return lookups.containsKey(one) && lookups.containsKey(other);
  }

  /** Returns the shares of every small area in each area of a geography. */
  public Map<String, Map<String, Double>> shares(String geography) {
    Map<String, Map<String, Double>> shares = new HashMap<>();
    Map<String, String> direct = lookups.get(geography);
    if (direct != null) {
      direct.forEach((small, area) -> shares.put(small, Map.of(area, 1.0)));
      return shares;
    }
    if (areas.listGeographies().stream().noneMatch(g -> g.id().equals(geography))) {
      TreeSet<String> known = new TreeSet<>(lookups.keySet());
      areas.listGeographies().forEach(g -> known.add(g.id()));
      throw UserException.command(
      "There is no geography \"" + geography + "\".", "choose one of " + String.join(", ", known));
    }
    Map<String, String> ods = new HashMap<>();
    for (Area area : areas.listAreas(GROUPS)) {
      ods.put(area.code(), area.odsCode());
    }
    Map<String, Map<String, Double>> byGroup = new HashMap<>();
    ods.forEach(
        (code, group) -> {
          Map<String, Double> parts = new LinkedHashMap<>();
          for (AreaShare share : areas.listShares(Basis.AS_WAS, Membership.CCG, group, geography, DAY)) {
            parts.put(share.areaCode(), share.weight());
          }
          byGroup.put(code, parts);
        });
    lookups.getOrDefault(GROUPS, Map.of())
    .forEach((small, group) -> shares.put(small, byGroup.getOrDefault(group, Map.of())));
    return shares;
  }

  /** Returns the memberships of every small area in footprints, boards and commissioning groups of 2021. */
  public List<Membership> memberships() {
    List<Membership> memberships = new ArrayList<>();
    for (Geography geography : areas.listGeographies()) {
      if (geography.family().equals(Geography.FOOTPRINT) || geography.id().equals(GROUPS)) {
        boolean direct = lookups.containsKey(geography.id());
        String source = direct ? "lookups_published" : "lookups_published, by commissioning group of 2021";
        shares(geography.id())
            .forEach(
                (small, parts) ->
                    parts.forEach(
                        (area, weight) ->
                            memberships.add(
                                new Membership(
                                    KIND, small, geography.id(), area, DateRange.ALWAYS, weight,
                                    weight < 1 ? "population" : "whole", source))));
      }
    }
    return memberships;
  }
}
