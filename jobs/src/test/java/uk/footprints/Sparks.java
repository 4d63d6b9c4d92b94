package uk.footprints;

import org.apache.spark.sql.SparkSession;
import uk.footprints.run.Session;

/** The one Spark session that the tests of a process share. */
public final class Sparks {

  private static SparkSession session;

  private Sparks() {}

  /** The session, on two local cores. */
  public static synchronized SparkSession local() {
    if (session == null) {
      session = Session.open("tests", "local[2]");
    }
    return session;
  }
}
