package uk.footprints.pipeline.merge;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import uk.footprints.pipeline.read.FileResult;

/**
 * What files gave, small enough for the driver.
 *
 * @param files the result of each file, without its rows
 * @param rows what the rows contain
 */
record ReadSummary(List<FileResult> files, RowInventory rows) implements Serializable {

  /** Adds up what files gave. */
  static ReadSummary collect(JavaRDD<ReadFile> files) {
    ReadSummary all = new ReadSummary(new ArrayList<>(), new RowInventory());
    files
        .mapPartitions(
            results -> {
              ReadSummary own = new ReadSummary(new ArrayList<>(), new RowInventory());
              results.forEachRemaining(own::add);
              return List.of(own).iterator();
            })
        .collect()
        .forEach(part -> {
          all.files.addAll(part.files);
          all.rows.add(part.rows);
        });
    return all;
  }

  private void add(ReadFile file) {
    files.add(file.result().summary());
    rows.add(file.inventory());
  }
}
