package uk.footprints.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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
import uk.footprints.runtime.ParallelTasks;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.Store;
import uk.footprints.table.Field;
import uk.footprints.table.RowCells;
import uk.footprints.table.Table;
import uk.footprints.table.TableData;
import uk.footprints.table.TableExcerpt;

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

  /** Reads an excerpt of a table from all its files; returns no rows when the release does not have the table. */
  public <R extends Record> List<R> rows(TableExcerpt<R> excerpt) throws IOException {
    return rows(excerpt, Map.of());
  }

  /** Reads the rows of an excerpt whose texts are among given values; every column listed must match. */
  public <R extends Record> List<R> rows(TableExcerpt<R> excerpt, Map<String, Set<String>> among) throws IOException {
    TableReader scan = TableReader.of(excerpt, among);
    return eachFile(excerpt.table(), file -> scan.rows(file, release.store().configuration(), excerpt));
  }

  /**
   * Passes the rows of an excerpt whose texts are among given values in the order of the files, those of a part of a
   * file at a time, so that they are never all in memory.
   */
  public <R extends Record> void forEachPart(
      TableExcerpt<R> excerpt, Map<String, Set<String>> among, Consumer<List<R>> each) throws IOException {
    TableReader scan = TableReader.of(excerpt, among);
    for (Path file : files(excerpt.table())) {
      scan.forEachGroup(file, release.store().configuration(), excerpt, each);
    }
  }

  /** Reads some columns of a table. */
  public TableData data(Table table, List<String> columns) throws IOException {
    return data(table, columns, Map.of());
  }

  /** Reads some columns of the rows of a table whose texts are among given values. */
  public TableData data(Table table, List<String> columns, Map<String, Set<String>> among) throws IOException {
    return new TableData(table.only(columns), rows(new TableReader(table, columns, among)));
  }

  /** Reads all columns of the rows of a table whose texts are among given values. */
  public TableData data(Table table, Map<String, Set<String>> among) throws IOException {
    List<String> columns = table.fields().stream().map(Field::name).toList();
    return new TableData(table, rows(new TableReader(table, columns, among)));
  }

  /** Reads rows of a table from all its files; returns none when the release does not have the table. */
  public List<RowCells> rows(TableReader scan) throws IOException {
    return eachFile(scan.table(), file -> scan.rows(file, release.store().configuration()));
  }

  /** Reads the map: boundaries of areas, and sites. */
  public Atlas atlas(Areas areas) throws IOException {
    List<Boundary> outlines = new ArrayList<>();
    for (Path file : files(Tables.BOUNDARIES)) {
      outlines.addAll(GeoParquet.read(file, release.store().configuration()));
    }
    List<Site> sites = rows(Site.TABLE.all());
    return Atlas.of(areas, outlines, sites);
  }

  private List<Path> files(Table table) throws IOException {
    return release.files(table).stream().filter(f -> f.getName().endsWith(".parquet")).toList();
  }

  /** Reads the rows of a file. */
  private interface FileRows<R> {
    List<R> of(Path file) throws IOException;
  }

  private <R> List<R> eachFile(Table table, FileRows<R> rows) throws IOException {
    return ParallelTasks.map(files(table), file -> {
      try {
        return rows.of(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }).stream().flatMap(List::stream).toList();
  }
}
