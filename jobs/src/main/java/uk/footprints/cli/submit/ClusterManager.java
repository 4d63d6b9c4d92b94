package uk.footprints.cli.submit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import uk.footprints.runtime.UserException;

/** The kinds of clusters, with the Spark settings that each one needs. */
public enum ClusterManager {
  LOCAL,
  STANDALONE,
  YARN,
  KUBERNETES;

  /** Returns the kind of a master such as {@code local[2]}, {@code spark://host:7077}, {@code yarn} or {@code k8s://https://host}. */
  public static ClusterManager of(String master) {
    String m = master.toLowerCase(Locale.ROOT);
    if (m.equals("local") || m.startsWith("local[")) {
      return LOCAL;
    }
    if (m.startsWith("spark://")) {
      return STANDALONE;
    }
    if (m.equals("yarn")) {
      return YARN;
    }
    if (m.startsWith("k8s://")) {
      return KUBERNETES;
    }
    throw UserException.command(
        "\"" + master + "\" is not a Spark master.",
        "give local[*], spark://HOST:7077, yarn, or k8s://https://HOST:6443");
  }

  /** Returns where the driver runs by default: on Kubernetes in a pod of its own. */
  public String usualDeployMode() {
    return this == KUBERNETES ? "cluster" : "client";
  }

  /** Returns the Spark settings that this kind of cluster needs. */
  public Map<String, String> settings(SubmitOptions options) {
    Map<String, String> settings = new LinkedHashMap<>();
    // Spark's own local file system would write checksum files; with the cache disabled, ours is used.
    settings.put("spark.hadoop.fs.file.impl.disable.cache", "true");
    switch (this) {
      case STANDALONE -> {
        settings.put("spark.executor.cores", String.valueOf(options.executorCores()));
        if (options.executors() > 0) {
          settings.put("spark.cores.max", String.valueOf(options.executors() * options.executorCores()));
        }
        if (options.deployMode().equals("cluster")) {
          // Without it spark-submit returns as soon as the cluster has accepted the application.
          settings.put("spark.standalone.submit.waitAppCompletion", "true");
        }
      }
      case YARN -> {
        settings.put("spark.executor.cores", String.valueOf(options.executorCores()));
        // A run that failed because of its data fails again; the scheduler decides when to retry.
        settings.put("spark.yarn.maxAppAttempts", "1");
        if (options.executors() > 0) {
          settings.put("spark.executor.instances", String.valueOf(options.executors()));
        }
        if (!options.queue().isEmpty()) {
          settings.put("spark.yarn.queue", options.queue());
        }
      }
      case KUBERNETES -> {
        if (options.image().isEmpty()) {
          throw UserException.command(
              "Kubernetes needs an image with Spark and the cluster jar.", "--image REGISTRY/NAME:TAG");
        }
        settings.put("spark.executor.cores", String.valueOf(options.executorCores()));
        settings.put("spark.kubernetes.container.image", options.image());
        if (options.executors() > 0) {
          settings.put("spark.executor.instances", String.valueOf(options.executors()));
        }
        if (!options.namespace().isEmpty()) {
          settings.put("spark.kubernetes.namespace", options.namespace());
        }
      }
      default -> {}
    }
    return settings;
  }
}
