package uk.footprints.dataset;

import java.util.List;
import java.util.Map;
import uk.footprints.conform.Block;
import uk.footprints.conform.Conformed;
import uk.footprints.conform.Measure;
import uk.footprints.conform.Observing;
import uk.footprints.conform.Rules;
import uk.footprints.finding.Place;
import uk.footprints.parse.Layout;
import uk.footprints.parse.Proof;
import uk.footprints.source.Live;
import uk.footprints.source.Timetable;
import uk.footprints.table.Table;

/**
 * A publication: values, not control flow. Adding one is a class of this kind, a line in
 * {@link uk.footprints.catalogue.Datasets} and a small fixture for each era.
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
  Timetable timetable();

  /** Where its files are linked from, or why they have to be downloaded by hand. */
  Live live();

  /** How it has looked, one layout an era; the newest first. */
  List<Layout> layouts();

  /** What it measures in observations: nothing where its rows are tables of their own. */
  default List<Measure> measures() {
    return List.of();
  }

  /** What its rows mean beyond the layout. */
  Rules rules();

  /** The same for one of its layouts, where they differ. */
  default Rules rules(Layout layout) {
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
   * {@code maturity} and {@code source_sha256}, by which the current vintage of a key is told.
   */
  default List<Table> tables() {
    return List.of();
  }

  /** The licence of the data. */
  default String licence() {
    return "Open Government Licence v3.0";
  }

  /** Makes rows of a sheet whose header was proved. */
  default Conformed conform(Proof proof, Block.Origin origin, Place place) {
    return Observing.read(proof, rules(proof.layout()), origin, place);
  }
}
