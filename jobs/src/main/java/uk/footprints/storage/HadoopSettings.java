package uk.footprints.storage;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;

/**
 * Hadoop's settings for a store: {@code core-site.xml} and {@code hdfs-site.xml} where {@code HADOOP_CONF_DIR} leads to
 * them, and over them what {@code spark-submit} was given as {@code spark.hadoop.*}. A store has its settings and takes
 * them along to tasks.
 *
 * @param values what is set over Hadoop's own files, by name without {@code spark.hadoop.}
 */
public record HadoopSettings(Map<String, String> values) implements Serializable {

  private static final String OURS = "spark.hadoop.";

  /** What was made of settings, which would take Hadoop a tenth of a second for every store and every task. */
  private static final Map<HadoopSettings, Opened> OPENED = new ConcurrentHashMap<>();

  /**
   * What was made of settings.
   *
   * @param configuration Hadoop's
   * @param local our own local file system: Hadoop caches one for each scheme, with the settings of the first caller
   */
  private record Opened(Configuration configuration, NioLocalFileSystem local) {}

  /** Creates settings, which never change. */
  public HadoopSettings {
    values = Map.copyOf(values);
  }

  /** Returns the settings that this process was started with: its system properties, on an executor its driver's. */
  public static HadoopSettings ofProcess() {
    Map<String, String> values = new TreeMap<>();
    Properties given = System.getProperties();
    given.stringPropertyNames().forEach(key -> take(values, key, given.getProperty(key)));
    SparkEnv env = SparkEnv.get();
    if (env != null) {
      SparkConf conf = env.conf();
      for (scala.Tuple2<String, String> each : conf.getAll()) {
        take(values, each._1(), each._2());
      }
    }
    return new HadoopSettings(values);
  }

  private static void take(Map<String, String> values, String key, String value) {
    if (key.startsWith(OURS) && !key.startsWith(OURS + "fs.file.impl")) {
      values.put(key.substring(OURS.length()), value);
    }
  }

  /** Returns Hadoop's configuration of these settings; callers must not change it. */
  public Configuration configuration() {
    return opened().configuration();
  }

  /** Returns the file system of local folders. */
  NioLocalFileSystem local() {
    return opened().local();
  }

  private Opened opened() {
    return OPENED.computeIfAbsent(this, HadoopSettings::open);
  }

  private Opened open() {
    Configuration configuration = new Configuration();
    // Hadoop's checksum files are of no use on a local disk: the manifest contains SHA-256 hashes.
    configuration.set("fs.file.impl", NioChecksumFileSystem.class.getName());
    configuration.set("fs.AbstractFileSystem.file.impl", NioLocalFs.class.getName());
    // Do not reuse a file system that was opened with other settings.
    configuration.setBoolean("fs.file.impl.disable.cache", true);
    // Our files never have the name of a folder, so that the check on S3 before each write is unnecessary.
    configuration.setBoolean("fs.s3a.create.performance", true);
    Umask.find().ifPresent(mask -> configuration.set("fs.permissions.umask-mode", mask));
    values.forEach(configuration::set);
    NioLocalFileSystem local = new NioLocalFileSystem();
    try {
      local.initialize(URI.create("file:///"), configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Opened(configuration, local);
  }

  /** Names the settings without their values, which can be secrets. */
  @Override
  public String toString() {
    return values.keySet().toString();
  }
}
