package uk.footprints.storage;

import java.util.Properties;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;

/**
 * Collects Hadoop's settings, equal for our own file access and for Spark's: {@code core-site.xml} and
 * {@code hdfs-site.xml} where {@code HADOOP_CONF_DIR} leads to them, and over them what {@code spark-submit} was given
 * as {@code spark.hadoop.*}.
 */
final class HadoopConfiguration {

  private static final String OURS = "spark.hadoop.";

  private HadoopConfiguration() {}

  static Configuration configuration() {
    Configuration configuration = new Configuration();
    // Hadoop's checksum files are of no use on a local disk: the manifest contains SHA-256 hashes.
    configuration.set("fs.file.impl", NioChecksumFileSystem.class.getName());
    configuration.set("fs.AbstractFileSystem.file.impl", NioLocalFs.class.getName());
    // Do not reuse a file system that was opened with other settings.
    configuration.setBoolean("fs.file.impl.disable.cache", true);
    // Our files never have the name of a folder, so that the check on S3 before each write is unnecessary.
    configuration.setBoolean("fs.s3a.create.performance", true);
    Umask.find().ifPresent(mask -> configuration.set("fs.permissions.umask-mode", mask));
    Properties given = System.getProperties();
    given.stringPropertyNames().forEach(key -> take(configuration, key, given.getProperty(key)));
    // An executor gets the settings from its driver.
    SparkEnv env = SparkEnv.get();
    if (env != null) {
      SparkConf conf = env.conf();
      for (scala.Tuple2<String, String> each : conf.getAll()) {
        take(configuration, each._1(), each._2());
      }
    }
    return configuration;
  }

  private static void take(Configuration configuration, String key, String value) {
    if (key.startsWith(OURS) && !key.startsWith(OURS + "fs.file.impl")) {
      configuration.set(key.substring(OURS.length()), value);
    }
  }
}
