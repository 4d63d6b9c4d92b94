package uk.footprints.run;

import java.time.Duration;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/** Opens Spark, the same way everywhere: the only place that does. */
public final class Session {

  /** So long a run that failed waits for its tasks; what one writes after that is taken away by the next run. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static volatile boolean shared;
  private static Tasks tasks;

  private Session() {}

  /** From now on {@link #close} leaves sessions open: tests of one run share one. */
  public static void share() {
    shared = true;
  }

  /** Ends a session, unless it is shared. */
  public static void close(SparkSession spark) {
    if (!shared) {
      spark.stop();
    }
  }

  /** Gives up what a session does, and comes back when none of its tasks runs any more. */
  public static void quiet(SparkSession spark) {
    listened(spark.sparkContext()).stop(PATIENCE);
  }

  private static synchronized Tasks listened(SparkContext context) {
    if (tasks == null || !tasks.of(context)) {
      tasks = new Tasks(context);
      context.addSparkListener(tasks);
    }
    return tasks;
  }

  /**
   * A session. Time zone, strictness and shuffles are stated rather than inherited; what a cluster sets through
   * {@code spark-submit} stays.
   *
   * @param name shown by the cluster
   * @param master where to run; empty for what {@code spark-submit} says, and all local cores without it
   */
  public static SparkSession open(String name, String master) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName(name)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.ansi.enabled", "true")
            .config("spark.sql.parquet.compression.codec", "zstd")
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .config("spark.sql.sources.partitionOverwriteMode", "static")
            .config("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
            .config("spark.hadoop.fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem")
            .config("spark.ui.showConsoleProgress", "false");
    boolean submitted = System.getProperty("spark.master") != null;
    if (!master.isEmpty()) {
      builder.master(master);
    } else if (!submitted) {
      builder.master("local[*]");
    }
    boolean local = !submitted && (master.isEmpty() || master.startsWith("local"));
    if (local) {
      builder
          .config("spark.ui.enabled", "false")
          .config("spark.hadoop.fs.file.impl", LocalPlain.class.getName())
          .config("spark.sql.shuffle.partitions", "4")
          // What goes from one task to the next stays on this disk: packing it costs more than writing it.
          .config("spark.shuffle.compress", "false")
          .config("spark.shuffle.spill.compress", "false")
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.driver.bindAddress", "127.0.0.1");
    }
    SparkSession spark = builder.getOrCreate();
    listened(spark.sparkContext());
    // In the context of what executors log.
    spark.sparkContext().setLocalProperty("mdc.run", System.getProperty("footprints.run", ""));
    return spark;
  }
}
