package uk.footprints.pipeline.build;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.analysis.PatientOrigins;
import uk.footprints.analysis.SmallAreaMemberships;
import uk.footprints.area.AdmissionFlow;
import uk.footprints.area.Areas;
import uk.footprints.area.Membership;
import uk.footprints.catalogue.AreaRecord;
import uk.footprints.catalogue.MembershipRecord;
import uk.footprints.catalogue.SuccessionRecord;
import uk.footprints.table.TableData;

/** Makes the rows of the tables of areas, memberships and successions. */
final class GeographyTables {

  private GeographyTables() {}

  static TableData areas(Areas areas) {
    return AreaRecord.TABLE.data(areas.listAreas(), AreaRecord::of);
  }

  /** Returns the memberships of the reference tables, then those that a release adds: patient flows and small areas. */
  static TableData memberships(Areas areas, List<AdmissionFlow> flows, SmallAreaMemberships small) {
    List<Membership> all = new ArrayList<>(areas.listMemberships());
    all.addAll(PatientOrigins.memberships(flows, areas));
    all.addAll(small.memberships());
    return MembershipRecord.TABLE.data(all, MembershipRecord::of);
  }

  static TableData successions(Areas areas) {
    return SuccessionRecord.TABLE.data(areas.successions().listAll(), SuccessionRecord::of);
  }
}
