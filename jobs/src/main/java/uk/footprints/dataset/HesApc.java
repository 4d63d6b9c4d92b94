package uk.footprints.dataset;

import java.util.List;
import uk.footprints.finding.Location;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.Layout;
import uk.footprints.table.Table;
import uk.footprints.transform.Measure;
import uk.footprints.transform.SheetContent;

/**
 * Hospital Episode Statistics, admitted patient care, record level: extracts of an NHS body, or artificial extracts. It
 * has no layouts, because its files are not read cell by cell: a file is recognised by its fields, and counts of stays
 * from all files together are published.
 *
 * @param measures of the counts
 * @param tables that it fills in addition to observations
 */
public record HesApc(List<Measure> measures, List<Table> tables) implements SheetReader {

  @Override
  public List<Layout> layouts() {
    return List.of();
  }

  @Override
  public SheetContent conform(HeaderMatch match, Location place) {
    throw new IllegalStateException("records are not read by layouts");
  }
}
