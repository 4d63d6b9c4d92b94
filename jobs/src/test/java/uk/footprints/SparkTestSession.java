package uk.footprints;

import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import uk.footprints.spark.SparkSessionFactory;

/** The one session that all tests of a run share: it is never closed, so that Spark goes on. */
public final class SparkTestSession {

  private SparkTestSession() {}

  /** A use of the context that lasts as long as the process. */
  private static final class Holder {
    static final SparkContext CONTEXT = SparkSessionFactory.context("footprints tests", "local[2]");
  }

  /** The shared local session. */
  public static SparkSession local() {
    context();
    return SparkSessionFactory.session();
  }

  /** What the shared session runs jobs with. */
  public static SparkContext context() {
    return Holder.CONTEXT;
  }
}
