package uk.footprints.pipeline.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.footprints.storage.Store;
import uk.footprints.table.Field;
import uk.footprints.table.Table;

/**
 * The files of views in the root of a store, for DuckDB and for Spark SQL. They never change with a release of the same tables: each reads
 * {@code CURRENT} when it is loaded, and then has a view of every table of that release.
 */
public final class StoreViews {

  /** The file for DuckDB. */
  public static final String DUCKDB = "views.sql";

  /** The file for Spark SQL. */
  public static final String SPARK = "views_spark.sql";

  private StoreViews() {}

  /**
   * Writes both files, unless the store has them as they are.
   *
   * @param tables the tables of a release, with those of an analyst's own datasets
   */
  public static void write(Store store, List<Table> tables) throws IOException {
    write(store, DUCKDB, duckDb(tables));
    write(store, SPARK, spark());
  }

  private static void write(Store store, String name, String text) throws IOException {
    if (!store.findText(name).equals(Optional.of(text))) {
      store.writeText(name, text);
    }
  }

  /** Returns the views for DuckDB. A table that the release does not have is a view without rows. */
  public static String duckDb(List<Table> tables) {
    return resource("views.sql") + tables.stream().map(StoreViews::view).collect(Collectors.joining());
  }

  /** Returns the script for Spark SQL. */
  public static String spark() {
    return resource("views_spark.sql");
  }

  private static String view(Table table) {
    return """
        SET VARIABLE from_%1$s = rows_of('%1$s', '%2$s');
        CREATE OR REPLACE VIEW %1$s AS FROM query(getvariable('from_%1$s'));
        """
        .formatted(table.name(), columns(table.fields()));
  }

  private static String columns(List<Field> fields) {
    return fields.stream()
        .map(field -> "NULL::%s AS \"%s\"".formatted(type(field.type()), field.name()))
        .collect(Collectors.joining(", "));
  }

  private static String type(Field.Type type) {
    return switch (type) {
      case TEXT -> "VARCHAR";
      case WHOLE -> "BIGINT";
      case NUMBER -> "DOUBLE";
      case DATE -> "DATE";
      case FLAG -> "BOOLEAN";
      case BYTES -> "BLOB";
      case BOX -> "STRUCT(xmin DOUBLE, ymin DOUBLE, xmax DOUBLE, ymax DOUBLE)";
    };
  }

  private static String resource(String name) {
    try (InputStream in = StoreViews.class.getResourceAsStream("/uk/footprints/publish/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
