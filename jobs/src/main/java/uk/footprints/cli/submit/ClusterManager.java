package uk.footprints.cli.submit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import uk.footprints.runtime.UserException;

/** Kinds of cluster, told by the master's address, and what each needs to be told. */
public enum ClusterManager {
  LOCAL,
  STANDALONE,
  YARN,
  KUBERNETES;

  /** Of a master such as {@code local[2]}, {@code spark://host:7077}, {@code yarn} or {@code k8s://https://host}. */
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
        "\"" + master + "\" is no master of Spark.",
        "local[*], spark://HOST:7077, yarn, or k8s://https://HOST:6443");
  }

  /** Where the driver runs unless somebody says: on Kubernetes in a pod of its own. */
  public String usualDeployMode() {
    return this == KUBERNETES ? "cluster" : "client";
  }

  /** Settings of Spark that this kind of cluster needs. */
  public Map<String, String> settings(SubmitOptions asked) {
    Map<String, String> settings = new LinkedHashMap<>();
    // Spark's own reader of local files would leave checksum files beside ours; with the cache off, ours is opened.
    settings.put("spark.hadoop.fs.file.impl.disable.cache", "true");
    switch (this) {
      case STANDALONE -> {
        settings.put("spark.executor.cores", String.valueOf(asked.executorCores()));
        if (asked.executors() > 0) {
          settings.put("spark.cores.max", String.valueOf(asked.executors() * asked.executorCores()));
        }
        if (asked.deployMode().equals("cluster")) {
          // Without it the line ends as soon as the cluster has taken the job.
          settings.put("spark.standalone.submit.waitAppCompletion", "true");
        }
      }
      case YARN -> {
        settings.put("spark.executor.cores", String.valueOf(asked.executorCores()));
        // A run that failed for its data fails again; the scheduler decides when to try.
        settings.put("spark.yarn.maxAppAttempts", "1");
        if (asked.executors() > 0) {
          settings.put("spark.executor.instances", String.valueOf(asked.executors()));
        }
        if (!asked.queue().isEmpty()) {
          settings.put("spark.yarn.queue", asked.queue());
        }
      }
      case KUBERNETES -> {
        if (asked.image().isEmpty()) {
          throw UserException.command(
              "Kubernetes needs an image with Spark and the cluster jar.", "--image REGISTRY/NAME:TAG");
        }
        settings.put("spark.executor.cores", String.valueOf(asked.executorCores()));
        settings.put("spark.kubernetes.container.image", asked.image());
        if (asked.executors() > 0) {
          settings.put("spark.executor.instances", String.valueOf(asked.executors()));
        }
        if (!asked.namespace().isEmpty()) {
          settings.put("spark.kubernetes.namespace", asked.namespace());
        }
      }
      default -> {}
    }
    return settings;
  }
}
