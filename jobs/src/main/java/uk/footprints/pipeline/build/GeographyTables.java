package uk.footprints.pipeline.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.footprints.analysis.PatientOrigins;
import uk.footprints.analysis.SmallAreaMemberships;
import uk.footprints.area.AdmissionFlow;
import uk.footprints.area.Area;
import uk.footprints.area.Areas;
import uk.footprints.area.DateRange;
import uk.footprints.area.Membership;
import uk.footprints.area.Succession;

/** Makes the rows of the tables of areas, memberships and successions. */
final class GeographyTables {

  private GeographyTables() {}

  static List<Object[]> areas(Areas areas) {
    List<Object[]> rows = new ArrayList<>();
    for (Area a : areas.listAreas()) {
      rows.add(
          new Object[] {
            a.geography(), a.code(), empty(a.odsCode()), a.name(), from(a.dates()), to(a.dates()),
            empty(a.parentCode()), a.source()
          });
    }
    return rows;
  }

  /** Returns the memberships of the reference tables, then those that a release adds: patient flows and small areas. */
  static List<Object[]> memberships(Areas areas, List<AdmissionFlow> flows, SmallAreaMemberships small) {
    List<Membership> all = new ArrayList<>(areas.listMemberships());
    all.addAll(PatientOrigins.memberships(flows, areas));
    all.addAll(small.memberships());
    List<Object[]> rows = new ArrayList<>(all.size());
    for (Membership m : all) {
      rows.add(
          new Object[] {
            m.memberKind(), m.memberCode(), m.geography(), m.areaCode(), from(m.dates()), to(m.dates()), m.weight(),
            m.weightBasis(), m.source(), m.estimated() ? "estimated" : "known"
          });
    }
    return rows;
  }

  static List<Object[]> successions(Areas areas) {
    List<Object[]> rows = new ArrayList<>();
    for (Succession s : areas.successions().listAll()) {
      rows.add(
          new Object[] {
            s.kind(), s.oldCode(), s.newCode(), s.date(), s.share(), s.source(), empty(s.change()),
            empty(s.confidence())
          });
    }
    return rows;
  }

  private static LocalDate from(DateRange dates) {
    return dates.from().equals(LocalDate.MIN) ? null : dates.from();
  }

  private static LocalDate to(DateRange dates) {
    return dates.to().equals(LocalDate.MAX) ? null : dates.to();
  }

  private static String empty(String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
