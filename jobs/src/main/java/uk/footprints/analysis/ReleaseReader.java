package uk.footprints.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import uk.footprints.area.Areas;
import uk.footprints.area.Atlas;
import uk.footprints.area.Boundary;
import uk.footprints.area.GeoParquet;
import uk.footprints.area.Site;
import uk.footprints.catalogue.Tables;
import uk.footprints.parquet.TableReader;
import uk.footprints.release.Release;
import uk.footprints.release.ReleaseIntegrityCheck;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;
import uk.footprints.table.Table;

/**
 * Reads the tables of a release in this process: reports need only a few columns of a few measures, so they need no
 * Spark.
 *
 * @param release the release to read
 */
public record ReleaseReader(Release release) {

  /** Opens the current release of a store. */
  public static ReleaseReader current(Store store) throws IOException {
    String id =
        store
            .findCurrent()
            .orElseThrow(
                () ->
                    UserException.data(
                        "There is no release in " + store.root() + ".", "footprints refresh --to " + store.root()));
    Release release = new Release(store, id);
    ReleaseIntegrityCheck.require(release);
    return new ReleaseReader(release);
  }

  /** Reads rows of a table from all its files; returns none when the release does not have the table. */
  public List<Object[]> rows(TableReader scan) throws IOException {
    return files(scan.table()).parallelStream().flatMap(file -> rows(scan, file).stream()).toList();
  }

  /** Reads the map: boundaries of areas, and sites. */
  public Atlas atlas(Areas areas) throws IOException {
    List<Boundary> outlines = new ArrayList<>();
    for (Path file : files(Tables.BOUNDARIES)) {
      outlines.addAll(GeoParquet.read(file, Store.hadoop()));
    }
    List<Site> sites =
        rows(SiteTable.SCAN).stream().map(SiteTable::of).toList();
    return Atlas.of(areas, outlines, sites);
  }

  private List<Path> files(Table table) throws IOException {
    return release.files(table).stream().filter(f -> f.getName().endsWith(".parquet")).toList();
  }

  private static List<Object[]> rows(TableReader scan, Path file) {
    try {
      return scan.rows(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
