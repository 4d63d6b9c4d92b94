package uk.footprints.cli.submit;

import java.util.List;
import java.util.Map;

/**
 * The options of the command {@code submit}.
 *
 * @param master the Spark master
 * @param deployMode {@code client} or {@code cluster}: where the driver runs
 * @param driverMemory such as {@code 2g}
 * @param executorMemory such as {@code 2g}
 * @param executors the number of executors; 0 if the cluster decides
 * @param executorCores cores per executor
 * @param queue the YARN queue; empty for the default
 * @param namespace the Kubernetes namespace; empty for the default
 * @param image the Kubernetes image; empty for none
 * @param jar the cluster jar, as the cluster can read it
 * @param jsonLogs whether logs are JSON
 * @param settings further Spark settings, which take precedence
 * @param words the inner command line
 */
public record SubmitOptions(
    String master,
    String deployMode,
    String driverMemory,
    String executorMemory,
    int executors,
    int executorCores,
    String queue,
    String namespace,
    String image,
    String jar,
    boolean jsonLogs,
    Map<String, String> settings,
    List<String> words) {}
