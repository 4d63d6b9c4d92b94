package uk.footprints.pipeline.merge;

import java.io.Serializable;
import org.apache.spark.api.java.JavaSparkContext;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.runtime.ProgressLine;
import uk.footprints.spark.ProgressCounter;

/**
 * How far a refresh is, for the person who waits.
 *
 * @param files that were read, wherever Spark put them
 * @param rows of these
 * @param all files that there are
 */
record ReadProgress(ProgressCounter files, ProgressCounter rows, int all) implements Serializable {

  static ReadProgress of(JavaSparkContext context, int all) {
    return new ReadProgress(ProgressCounter.of(context.sc()), ProgressCounter.of(context.sc()), all);
  }

  /** Counts a file that was read. */
  FileResult done(FileResult outcome) {
    rows.add(outcome.conformed().accounting().read());
    files.add(1);
    return outcome;
  }

  String line() {
    long so = files.soFar();
    return so < all
        ? "Reading %s; %,d rows".formatted(ProgressLine.left(so, all, "files"), rows.soFar())
        : "Read %,d files, %,d rows; writing tables".formatted(all, rows.soFar());
  }
}
