package uk.footprints.cli.submit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.runtime.SecretRedactor;
import uk.footprints.spark.SparkSessionFactory;

/**
 * The line of {@code spark-submit}.
 *
 * @param parts options with their values, the jar, and the job's words: what stands together is printed together
 */
public record SparkSubmitLine(List<List<String>> parts) {

  private static final String ENTRY = "uk.footprints.ClusterMain";

  /** The line for what was asked; {@code program} is {@code spark-submit} as it can be found. */
  public static SparkSubmitLine of(String program, SubmitOptions asked) {
    ClusterManager cluster = ClusterManager.of(asked.master());
    List<List<String>> parts = new ArrayList<>();
    parts.add(List.of(program));
    parts.add(List.of("--master", asked.master()));
    parts.add(List.of("--deploy-mode", asked.deployMode()));
    parts.add(List.of("--name", "footprints " + asked.words().get(0)));
    parts.add(List.of("--class", ENTRY));
    parts.add(List.of("--driver-memory", asked.driverMemory()));
    if (cluster != ClusterManager.LOCAL) {
      parts.add(List.of("--executor-memory", asked.executorMemory()));
    }
    Map<String, String> settings = new LinkedHashMap<>(cluster.settings(asked));
    settings.put("spark.driver.defaultJavaOptions", SparkSessionFactory.JAVA + " " + SparkSessionFactory.ONE_CORE);
    if (asked.jsonLogs()) {
      settings.put("spark.log.structuredLogging.enabled", "true");
    }
    settings.putAll(asked.settings());
    settings.forEach((key, value) -> parts.add(List.of("--conf", key + "=" + value)));
    parts.add(List.of(asked.jar()));
    parts.add(asked.words());
    return new SparkSubmitLine(parts);
  }

  /** To be run. */
  public List<String> words() {
    return parts.stream().flatMap(List::stream).toList();
  }

  /** To be shown, and pasted into a shell; secrets are masked. */
  public String shown() {
    return String.join(
        " \\\n  ",
        parts.stream()
            .map(part -> String.join(" ", part.stream().map(SecretRedactor::shown).map(SparkSubmitLine::quoted).toList()))
            .toList());
  }

  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./*-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
