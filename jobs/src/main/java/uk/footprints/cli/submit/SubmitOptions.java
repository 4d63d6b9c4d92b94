package uk.footprints.cli.submit;

import java.util.List;
import java.util.Map;

/**
 * What somebody wants submitted.
 *
 * @param master of Spark
 * @param deployMode {@code client} or {@code cluster}: where the driver runs
 * @param driverMemory such as {@code 2g}
 * @param executorMemory such as {@code 2g}
 * @param executors how many; 0 for what the cluster gives
 * @param executorCores of each
 * @param queue of YARN; empty for its usual one
 * @param namespace of Kubernetes; empty for its usual one
 * @param image of Kubernetes; empty for none
 * @param jar the cluster jar, as the cluster finds it
 * @param jsonLogs whether logs are JSON
 * @param settings of Spark, which win over those that are put in
 * @param words the command line of the job
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
