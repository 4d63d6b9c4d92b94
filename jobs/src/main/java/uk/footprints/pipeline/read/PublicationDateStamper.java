package uk.footprints.pipeline.read;

import java.util.ArrayList;
import java.util.List;
import uk.footprints.catalogue.Tables;
import uk.footprints.table.Table;
import uk.footprints.table.TableRows;
import uk.footprints.transform.ObservationBatch;
import uk.footprints.transform.TransformResult;

/** Rows that were read before their day of publication was known, with it. */
final class PublicationDateStamper {

  private PublicationDateStamper() {}

  static TransformResult of(TransformResult rows, ObservationBatch.Origin origin) {
    List<ObservationBatch> blocks = new ArrayList<>();
    for (ObservationBatch b : rows.blocks()) {
      blocks.add(
          new ObservationBatch(
              b.dataset(), b.orgRole(), b.period(), origin, b.sheet(), b.measures(), b.orgCodes(), b.orgNames(), b.rows(),
              b.values(), b.statuses()));
    }
    for (TableRows table : rows.tables()) {
      Table of = Tables.find(table.table()).orElseThrow();
      int published = of.index("published_on");
      int revisionStatus = of.index("revision_status");
      for (Object[] row : table.rows()) {
        row[published] = origin.publishedOn();
        row[revisionStatus] = origin.revisionStatus();
      }
    }
    return new TransformResult(blocks, rows.tables(), rows.findings(), rows.accounting(), rows.periods());
  }
}
