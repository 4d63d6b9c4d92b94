package uk.footprints.pipeline.merge;

import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;
import uk.footprints.catalogue.Catalogue;
import uk.footprints.pipeline.input.RefreshOptions;
import uk.footprints.pipeline.read.PackedResult;

/**
 * What one file gave, as Spark keeps it until the rows of all files are merged.
 *
 * @param result the result, with its rows as bytes
 * @param inventory what the rows contain
 */
record ReadFile(PackedResult result, RowInventory inventory) implements Serializable {

  /** Takes the inventory of each file's rows. The options give the tables. */
  static JavaRDD<ReadFile> of(JavaRDD<PackedResult> results, RefreshOptions options) {
    return results.mapPartitions(some -> of(some, options.catalogue()));
  }

  private static Iterator<ReadFile> of(Iterator<PackedResult> results, Catalogue catalogue) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return results.hasNext();
      }

      @Override
      public ReadFile next() {
        PackedResult result = results.next();
        RowInventory inventory = new RowInventory();
        inventory.add(result.rows(), catalogue::getTable, result.summary().sha256().hashCode());
        return new ReadFile(result.packed(), inventory);
      }
    };
  }
}
