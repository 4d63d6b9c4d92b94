package uk.footprints.site;

import java.util.HashMap;
import java.util.Map;
import uk.footprints.area.Area;
import uk.footprints.area.Areas;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;

/**
 * The NHS region of each area and trust, from the areas above it.
 *
 * @param byArea names of regions by geography and code
 */
record Regions(Map<String, String> byArea) {

  /** The geography whose areas are trusts. */
  static final String TRUST = "trust";

  private static final int STEPS = 4;

  static Regions of(Areas areas) {
    Map<String, Area> above = new HashMap<>();
    for (Area area : areas.listAreas()) {
      if (isRegion(area.geography()) || isBoard(area.geography())) {
        above.put(area.code(), area);
      }
    }
    Map<String, String> byArea = new HashMap<>();
    for (Area area : areas.listAreas()) {
      Area up = isRegion(area.geography()) ? null : above.get(area.parentCode());
      for (int i = 0; i < STEPS && up != null && !isRegion(up.geography()); i++) {
        up = up.code().equals(up.parentCode()) ? null : above.get(up.parentCode());
      }
      if (up != null) {
        byArea.put(area.geography() + " " + area.code(), up.name());
      }
    }
    for (Membership m : areas.listMemberships()) {
      String region = byArea.get(m.geography() + " " + m.areaCode());
      if (m.memberKind().equals(Membership.PROVIDER) && region != null && isBoard(m.geography())) {
        byArea.put(TRUST + " " + m.memberCode(), region);
      }
    }
    return new Regions(Map.copyOf(byArea));
  }

  /** Returns the name of the region; empty where the register does not say. */
  String of(String geography, String code) {
    return byArea.getOrDefault(geography + " " + code, "");
  }

  private static boolean isBoard(String geography) {
    return Geography.find(geography).map(g -> g.family().equals(Geography.FOOTPRINT)).orElse(false);
  }

  private static boolean isRegion(String geography) {
    return geography.startsWith("nhs_region");
  }
}
