import org.apache.spark.sql.SparkSession;
import uk.footprints.spark.SparkSessionFactory;

/** What nothing costs: opens the session that every command opens, writes one row, and ends. */
public final class BareSession {

  private BareSession() {}

  /** Writes to the folder of the first word. */
  public static void main(String[] words) {
    SparkSession spark = SparkSessionFactory.open("bare session", "");
    spark.range(1).write().parquet(words[0]);
    spark.stop();
  }
}
