package uk.footprints.spark;

import java.time.Duration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import uk.footprints.storage.NioChecksumFileSystem;

/** Opens Spark, the same way everywhere: the only place that does. */
public final class SparkSessionFactory {

  /** So long a run that failed waits for its tasks; what one writes after that is taken away by the next run. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /**
   * What Java is told on a cluster, as the launcher tells it here: a run of a minute is over before most of what the
   * second compiler makes pays for itself, on a worker more than elsewhere, as each compiles for itself.
   */
  public static final String JAVA =
      "-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 "
          + "-XX:Tier4BackEdgeThreshold=400000";
  /** What collects garbage where tasks run one at a time, and in the driver; the others are for many cores. */
  public static final String ONE_CORE = "-XX:+UseSerialGC";

  private static volatile boolean shared;
  private static SparkTasks tasks;

  private SparkSessionFactory() {}

  /** From now on {@link #close} leaves sessions open: tests of one run share one. */
  public static void share() {
    shared = true;
  }

  /** Ends a session, unless it is shared. */
  public static void close(SparkSession spark) {
    close(spark.sparkContext());
  }

  /** Ends what runs jobs, unless it is shared. */
  public static void close(SparkContext context) {
    if (!shared) {
      context.stop();
    }
  }

  /** Gives up what a session does, and comes back when none of its tasks runs any more. */
  public static void quiet(SparkContext context) {
    listened(context).stop(PATIENCE);
  }

  private static String executors(String cores) {
    return "1".equals(cores) ? JAVA + " " + ONE_CORE : JAVA;
  }

  private static synchronized SparkTasks listened(SparkContext context) {
    if (tasks == null || !tasks.of(context)) {
      tasks = new SparkTasks(context);
      context.addSparkListener(tasks);
    }
    return tasks;
  }

  /** A session, for those who ask in SQL; it takes a second longer to open than what {@link #context} gives. */
  public static SparkSession open(String name, String master) {
    context(name, master);
    return SparkSession.builder().getOrCreate();
  }

  /**
   * What runs jobs. Time zone, strictness and shuffles are stated rather than inherited; what a cluster sets through
   * {@code spark-submit} stays.
   *
   * @param name shown by the cluster
   * @param master where to run; empty for what {@code spark-submit} says, and all local cores without it
   */
  public static SparkContext context(String name, String master) {
    boolean submitted = System.getProperty("spark.master") != null;
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
            // Before a cluster's own words to Java, which win.
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
          // What goes from one task to the next stays on this disk: packing it costs more than writing it.
          .set("spark.shuffle.compress", "false")
          .set("spark.shuffle.spill.compress", "false")
          .set("spark.driver.host", "127.0.0.1")
          .set("spark.driver.bindAddress", "127.0.0.1");
    }
    SparkContext context = SparkContext.getOrCreate(conf);
    listened(context);
    // In the context of what executors log.
    context.setLocalProperty("mdc.run", System.getProperty("footprints.run", ""));
    return context;
  }
}
