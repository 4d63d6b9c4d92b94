package uk.footprints.report.coherence;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.area.Area;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.report.Land;

/** Organisations that lie in an area with a part only. */
final class Straddling {

  private static final String METHOD = "memberships with a weight below one";

  private Straddling() {}

  static List<Reading> of(Land land, Geography geography) {
    List<Reading> readings = new ArrayList<>();
    for (Area area : land.areas().listAreas(geography.id())) {
      List<String> names = new ArrayList<>();
      for (Membership m : land.areas().listMembers(geography.id(), area.code())) {
        boolean whole = !m.estimated() || m.memberKind().equals(Membership.COUNCIL);
        if (!whole && m.dates().contains(Ground.day(geography))) {
          names.add("%s %s %.0f%%".formatted(m.memberKind(), m.memberCode(), 100 * m.weight()));
        }
      }
      readings.add(
          new Reading(
              area.code(), "organisations_straddling", names.size(), "organisations", METHOD, Reading.MEASURED,
              Overlap.listed(names)));
    }
    return readings;
  }
}
