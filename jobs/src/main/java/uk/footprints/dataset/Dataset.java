package uk.footprints.dataset;

import java.util.List;
import java.util.Map;
import uk.footprints.catalogue.Datasets;
import uk.footprints.fetch.DownloadSource;
import uk.footprints.finding.Location;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.Layout;
import uk.footprints.publication.PublicationTimetable;
import uk.footprints.table.Table;
import uk.footprints.transform.Measure;
import uk.footprints.transform.ObservationTransformer;
import uk.footprints.transform.RowRules;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TransformResult;

/**
 * A publication: values, not control flow. Adding one is a class of this kind, a line in
 * {@link Datasets} and a small fixture for each era.
 */
public interface Dataset {

  /** What other sheets of its workbooks hold. */
  enum Aside {
    /** Footnotes, data quality, contents. */
    NOTES,
    /** The same figures added up for larger areas. */
    TOTALS
  }

  /** As in the tables: {@code mar_commissioner}. */
  String id();

  /** The publication's name. */
  String title();

  /** Who publishes it. */
  default String publisher() {
    return "NHS England";
  }

  /** When it comes out. */
  PublicationTimetable timetable();

  /** Where its files are linked from, or why they have to be downloaded by hand. */
  DownloadSource live();

  /** How it has looked, one layout an era; the newest first. */
  List<Layout> layouts();

  /** What it measures in observations: nothing where its rows are tables of their own. */
  default List<Measure> measures() {
    return List.of();
  }

  /** What its rows mean beyond the layout. */
  RowRules rules();

  /** The same for one of its layouts, where they differ. */
  default RowRules rules(Layout layout) {
    return rules();
  }

  /** What to mind when using it. */
  List<String> warnings();

  /** Sheets of its workbooks that are known and are no rows of organisations, by name. */
  default Map<String, Aside> asides() {
    return Map.of();
  }

  /**
   * Tables that it fills itself, beside or instead of observations; they have the columns {@code published_on},
   * {@code revision_status} and {@code source_sha256}, by which the current vintage of a key is told.
   */
  default List<Table> tables() {
    return List.of();
  }

  /** The licence of the data. */
  default String licence() {
    return "Open Government Licence v3.0";
  }

  /** Makes rows of a sheet whose header was proved. */
  default SheetContent conform(HeaderMatch proof, Location place) {
    return ObservationTransformer.read(proof, rules(proof.layout()), place);
  }

  /** The rows of all sheets of a file together, where those of one sheet depend on another; by default as they are. */
  default TransformResult wholeFile(TransformResult file) {
    return file;
  }
}
