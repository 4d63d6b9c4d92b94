package uk.footprints.dataset;

import java.util.List;
import java.util.Map;
import uk.footprints.fetch.DownloadSource;
import uk.footprints.finding.Location;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.Layout;
import uk.footprints.publication.PublicationTimetable;
import uk.footprints.table.Table;
import uk.footprints.transform.Measure;
import uk.footprints.transform.RowRules;
import uk.footprints.transform.SheetContent;
import uk.footprints.transform.TransformResult;

/** A dataset: a series of publications with one meaning. Each is declared in a YAML file. */
public interface Dataset {

  /** The kind of a sheet that has no rows of organisations. */
  enum Aside {
    /** Footnotes, data quality, contents. */
    NOTES,
    /** The same figures added up for larger areas. */
    TOTALS
  }

  /** Returns the id that tables use, such as {@code mar_commissioner}. */
  String id();

  /** Returns the name of the publication. */
  String title();

  /** Returns the publisher. */
  default String publisher() {
    return "NHS England";
  }

  /** Returns when publications come out. */
  PublicationTimetable timetable();

  /** Returns where its files are linked, or why they have to be downloaded by hand. */
  DownloadSource live();

  /** Returns its layouts, one for each era, the newest first. */
  List<Layout> layouts();

  /** Returns the measures of its observations; none where it only fills tables of its own. */
  default List<Measure> measures() {
    return List.of();
  }

  /** Returns the rules for the rows of one of its layouts, beyond the layout. */
  RowRules rules(Layout layout);

  /** Returns its caveats for users. */
  List<String> warnings();

  /** Returns the known sheets without rows of organisations, by name. */
  default Map<String, Aside> asides() {
    return Map.of();
  }

  /** Returns the known designs of sheets that no layout reads, each with the reason. */
  default List<UnreadDesign> unread() {
    return List.of();
  }

  /**
   * Returns the tables that it fills, in addition to observations or instead. They have the columns
   * {@code published_on}, {@code revision_status} and {@code source_sha256}, which identify the current vintage of a
   * key.
   */
  default List<Table> tables() {
    return List.of();
  }

  /** Returns the licence of the data. */
  default String licence() {
    return "Open Government Licence v3.0";
  }

  /** Reads the rows of a sheet whose header matches a layout. */
  SheetContent conform(HeaderMatch match, Location place);

  /** Adjusts the rows of a whole file, where rows of one sheet depend on another; by default changes nothing. */
  default TransformResult wholeFile(TransformResult file) {
    return file;
  }
}
