package uk.footprints.pipeline.merge;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.pipeline.read.FileResult;

/**
 * What files gave, small enough for the driver.
 *
 * @param files the result of each file, without its rows
 * @param rows what the rows contain
 */
record ReadSummary(List<FileResult> files, RowInventory rows) implements Serializable {

  /** Reads the files, and returns their summary. The options give the tables. */
  static ReadSummary collect(JavaRDD<FileResult> files, RefreshOptions options) {
    ReadSummary all = new ReadSummary(new ArrayList<>(), new RowInventory());
    files
        .mapPartitions(
            results -> {
              ReadSummary own = new ReadSummary(new ArrayList<>(), new RowInventory());
              Catalogue catalogue = options.catalogue();
              results.forEachRemaining(result -> own.add(result, catalogue));
              return List.of(own).iterator();
            })
        .collect()
        .forEach(part -> {
          all.files.addAll(part.files);
          all.rows.add(part.rows);
        });
    return all;
  }

  private void add(FileResult result, Catalogue catalogue) {
    files.add(result.summary());
    rows.add(result.transformed(), catalogue::getTable, result.sha256().hashCode());
  }
}
