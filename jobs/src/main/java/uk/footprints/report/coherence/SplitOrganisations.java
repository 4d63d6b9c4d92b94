package uk.footprints.report.coherence;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.area.Area;
import uk.footprints.area.Geography;
import uk.footprints.area.Membership;
import uk.footprints.report.AreaContext;

/** Counts organisations that are only partly in an area. */
final class SplitOrganisations {

  private static final String METHOD = "memberships with a weight below one";

  private SplitOrganisations() {}

  static List<CoherenceMeasurement> of(AreaContext context, Geography geography) {
    List<CoherenceMeasurement> measurements = new ArrayList<>();
    for (Area area : context.areas().listAreas(geography.id())) {
      List<String> names = new ArrayList<>();
      for (Membership m : context.areas().listMembers(geography.id(), area.code())) {
        boolean whole = !m.estimated() || m.memberKind().equals(Membership.COUNCIL);
        if (!whole && m.dates().contains(AreaShape.day(geography))) {
          names.add("%s %s %.0f%%".formatted(m.memberKind(), m.memberCode(), 100 * m.weight()));
        }
      }
      measurements.add(
          new CoherenceMeasurement(
              area.code(), "organisations_straddling", names.size(), "organisations", METHOD,
              CoherenceMeasurement.MEASURED,
              CouncilOverlap.listed(names)));
    }
    return measurements;
  }
}
