package uk.footprints.dataset;

import java.util.List;
import uk.footprints.finding.Location;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.Layout;
import uk.footprints.table.Table;
import uk.footprints.transform.Measure;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TransformResult;

/**
 * Reads the files of a dataset whose layouts cannot be declared. Its declaration names it, and has what is not about
 * reading: publisher, pages, caveats, measures.
 */
public interface SheetReader {

  /** Returns the layouts of its files, one for each era, the newest first. */
  List<Layout> layouts();

  /** Returns the tables that it fills, in addition to observations or instead. */
  default List<Table> tables() {
    return List.of();
  }

  /** Returns the measures that the program computes itself; none where the declaration has all. */
  default List<Measure> measures() {
    return List.of();
  }

  /**
   * Reads the rows of a sheet whose header matches a layout.
   *
   * @param match the comparison of the layout with the header
   * @param place the file, for findings
   */
  SheetContent conform(HeaderMatch match, Location place);

  /** Adjusts the rows of a whole file, where rows of one sheet depend on another; by default changes nothing. */
  default TransformResult wholeFile(TransformResult file) {
    return file;
  }
}
