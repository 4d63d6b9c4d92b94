package uk.footprints;

import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import uk.footprints.spark.SparkSessionFactory;

/** The one session that all tests of a run share. */
public final class SparkTestSession {

  private SparkTestSession() {}

  /** The shared local session. */
  public static SparkSession local() {
    SparkSessionFactory.share();
    return SparkSessionFactory.open("footprints tests", "local[2]");
  }

  /** What the shared session runs jobs with. */
  public static SparkContext context() {
    return local().sparkContext();
  }
}
