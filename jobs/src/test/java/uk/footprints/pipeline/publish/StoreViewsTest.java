package uk.footprints.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.SparkTestSession;
import uk.footprints.catalogue.Tables;
import uk.footprints.storage.Store;
import uk.footprints.table.Table;

class StoreViewsTest {

  @TempDir Path folder;

  @Test
  void the_file_for_duckdb_has_a_view_of_every_table_and_names_no_release() {
    String views = StoreViews.duckDb(Tables.all());
    for (Table table : Tables.all()) {
      assertThat(views).contains("CREATE OR REPLACE VIEW %s AS".formatted(table.name()));
    }
    assertThat(views).contains("/CURRENT").doesNotContainPattern("\\d{8}T\\d{6}Z");
  }

  @Test
  void both_files_are_written_once() throws IOException {
    Store store = new Store(folder.toString());
    StoreViews.write(store, Tables.all());
    Path views = folder.resolve(StoreViews.DUCKDB);
    var written = Files.getLastModifiedTime(views);
    StoreViews.write(store, Tables.all());
    assertThat(Files.getLastModifiedTime(views)).isEqualTo(written);
    assertThat(folder.resolve(StoreViews.SPARK)).exists();
    Files.writeString(views, "an older version");
    StoreViews.write(store, Tables.all());
    assertThat(views).hasContent(StoreViews.duckDb(Tables.all()));
  }

  @Test
  void spark_sees_the_release_that_current_names() throws IOException {
    // A session of its own: a query that ran before forbids SQL on files in the session that it used.
    SparkSession spark = SparkTestSession.local().newSession();
    release(spark, "first", 2);
    release(spark, "second", 3);
    String script = StoreViews.spark().replace("`CURRENT`", "`" + folder + "/CURRENT`").replace("'releases/",
        "'" + folder + "/releases/");
    for (String name : List.of("first", "second")) {
      Files.writeString(folder.resolve("CURRENT"), name + "\n");
      spark.sql(script).collectAsList();
      assertThat(spark.table("shown_source_files").count()).isEqualTo(name.equals("first") ? 2 : 3);
    }
    spark.catalog().dropTempView("shown_source_files");
    spark.catalog().dropTempView("datapackage");
  }

  private void release(SparkSession spark, String name, int rows) throws IOException {
    Path release = folder.resolve("releases").resolve(name);
    spark.range(rows).coalesce(1).write().parquet(release.resolve("shown_source_files").toString());
    Files.writeString(
        release.resolve("datapackage.json"),
        """
        {"resources": [
          {"name": "shown-source-files", "title": "shown_source_files", "format": "parquet"},
          {"name": "a-csv", "title": "a_csv", "format": "csv"}
        ]}
        """);
  }
}
