package uk.footprints;

import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import uk.footprints.run.Session;

/** The one session that all tests of a run share. */
public final class Sparks {

  private Sparks() {}

  /** The shared local session. */
  public static SparkSession local() {
    Session.share();
    return Session.open("footprints tests", "local[2]");
  }

  /** What the shared session runs jobs with. */
  public static SparkContext context() {
    return local().sparkContext();
  }
}
