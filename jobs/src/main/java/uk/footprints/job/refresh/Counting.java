package uk.footprints.job.refresh;

import java.io.Serializable;
import org.apache.spark.api.java.JavaSparkContext;
import uk.footprints.run.Progress;
import uk.footprints.run.Tally;

/**
 * How far a refresh is, for the person who waits.
 *
 * @param files that were read, wherever Spark put them
 * @param rows of these
 * @param all files that there are
 */
record Counting(Tally files, Tally rows, int all) implements Serializable {

  static Counting of(JavaSparkContext context, int all) {
    return new Counting(Tally.of(context.sc()), Tally.of(context.sc()), all);
  }

  /** Counts a file that was read. */
  Outcome done(Outcome outcome) {
    rows.add(outcome.conformed().accounting().read());
    files.add(1);
    return outcome;
  }

  String line() {
    long so = files.soFar();
    return so < all
        ? "Reading %s; %,d rows".formatted(Progress.left(so, all, "files"), rows.soFar())
        : "Read %,d files, %,d rows; writing tables".formatted(all, rows.soFar());
  }
}
