package uk.footprints.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import uk.footprints.runtime.SupportedJava;
import uk.footprints.runtime.UserException;
import uk.footprints.storage.NioChecksumFileSystem;

/** Opens Spark with the same settings everywhere; no other class does. */
public final class SparkSessionFactory {

  /**
   * Java options for executors, equal to those of the launcher: in a run of a minute, most work of the second compiler
   * does not pay off, least of all on workers, each of which compiles on its own.
   */
  public static final String JAVA =
      "-XX:Tier4InvocationThreshold=200000 -XX:Tier4MinInvocationThreshold=24000 -XX:Tier4CompileThreshold=600000 "
          + "-XX:Tier4BackEdgeThreshold=1600000 -XX:MaxInlineLevel=9 -XX:InlineSmallCode=1000 -XX:FreqInlineSize=120";
  /** The garbage collector for executors with one core and for the driver; others suit many cores. */
  public static final String ONE_CORE = "-XX:+UseSerialGC";

  private static final ContextUsers USERS = new ContextUsers();

  private SparkSessionFactory() {}

  /** Ends a use of a session; the last one in this process stops Spark. */
  public static void close(SparkSession spark) {
    close(spark.sparkContext());
  }

  /** Ends a use of a context; the last one in this process stops Spark. */
  public static void close(SparkContext context) {
    USERS.close(context);
  }

  private static String executors(String cores) {
    return "1".equals(cores) ? JAVA + " " + ONE_CORE : JAVA;
  }

  /** Opens a session for SQL; it takes a second longer than {@link #context}. */
  public static SparkSession open(String name, String master) {
    context(name, master);
    return SparkSession.builder().getOrCreate();
  }

  /** Returns a session for SQL and MLlib on the context that is open. */
  public static SparkSession session() {
    return SparkSession.builder().getOrCreate();
  }

  /**
   * Opens a Spark context, or uses the one that is open in this process; every call needs a {@link #close}. Time zone,
   * strictness and shuffles are set explicitly; what a cluster sets through {@code spark-submit} stays.
   *
   * @param name shown by the cluster
   * @param master where to run; empty for the master of {@code spark-submit}, and all local cores without it
   * @throws UserException on a version of Java that Spark does not support, and for the master of a cluster if
   *     {@code spark-submit} did not start this process
   */
  public static SparkContext context(String name, String master) {
    SupportedJava.require(Runtime.version());
    boolean submitted = System.getProperty("spark.master") != null;
    if (!submitted && !master.isEmpty() && !master.startsWith("local")) {
      throw UserException.command(
          "--master " + master + " is a cluster, which has neither this program nor its settings.",
          "footprints submit --master " + master + " COMMAND");
    }
    SparkConf conf =
        new SparkConf()
            .setAppName(name)
            .set("spark.sql.session.timeZone", "UTC")
            .set("spark.sql.ansi.enabled", "true")
            .set("spark.sql.parquet.compression.codec", "zstd")
            .set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .set("spark.sql.sources.partitionOverwriteMode", "static")
            .set("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
            .set("spark.hadoop.fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem")
            .set("spark.ui.showConsoleProgress", "false")
            // A cluster's own Java options come later and override these.
            .setIfMissing("spark.executor.defaultJavaOptions", executors(System.getProperty("spark.executor.cores")));
    if (!master.isEmpty()) {
      conf.setMaster(master);
    } else if (!submitted) {
      conf.setMaster("local[*]");
    }
    boolean local = !submitted && (master.isEmpty() || master.startsWith("local"));
    if (local) {
      conf.set("spark.ui.enabled", "false")
          .set("spark.hadoop.fs.file.impl", NioChecksumFileSystem.class.getName())
          .set("spark.sql.shuffle.partitions", "4")
          // Shuffle files stay on this disk: compressing them costs more than writing them.
          .set("spark.shuffle.compress", "false")
          .set("spark.shuffle.spill.compress", "false")
          .set("spark.driver.host", "127.0.0.1")
          .set("spark.driver.bindAddress", "127.0.0.1");
    }
    SparkContext context = USERS.open(conf);
    // Executors log this property with each line.
    context.setLocalProperty("mdc.run", System.getProperty("footprints.run", ""));
    return context;
  }
}
