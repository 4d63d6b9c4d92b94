package uk.footprints.pipeline.merge;

import java.io.Serializable;
import org.apache.spark.api.java.JavaSparkContext;
import uk.footprints.pipeline.read.PackedResult;
import uk.footprints.runtime.ProgressLine;
import uk.footprints.spark.ProgressCounter;

/**
 * Counts the files and rows that were read, for the progress line.
 *
 * @param number of files that were read, on all executors
 * @param rows number of rows in these files
 * @param all number of all files
 */
record ReadProgress(ProgressCounter files, ProgressCounter rows, int all) implements Serializable {

  static ReadProgress of(JavaSparkContext context, int all) {
    return new ReadProgress(ProgressCounter.of(context.sc()), ProgressCounter.of(context.sc()), all);
  }

  /** Counts a file that was read. */
  PackedResult done(PackedResult outcome) {
    rows.add(outcome.summary().transformed().accounting().read());
    files.add(1);
    return outcome;
  }

  String line() {
    long done = files.soFar();
    return done < all
        ? "Reading %s; %,d rows".formatted(ProgressLine.left(done, all, "files"), rows.soFar())
        : "Read %,d files, %,d rows; writing tables".formatted(all, rows.soFar());
  }
}
