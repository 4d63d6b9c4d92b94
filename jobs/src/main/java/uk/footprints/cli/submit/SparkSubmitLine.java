package uk.footprints.cli.submit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.runtime.SecretRedactor;
import uk.footprints.spark.SparkSessionFactory;

/**
 * The command line of {@code spark-submit}.
 *
 * @param parts options with their values, the jar, and the inner command; each part is printed on its own line
 */
public record SparkSubmitLine(List<List<String>> parts) {

  private static final String ENTRY = "uk.footprints.ClusterMain";

  /** Returns the command line for the options; {@code program} is the path of {@code spark-submit}. */
  public static SparkSubmitLine of(String program, SubmitOptions options) {
    ClusterManager cluster = ClusterManager.of(options.master());
    List<List<String>> parts = new ArrayList<>();
    parts.add(List.of(program));
    parts.add(List.of("--master", options.master()));
    parts.add(List.of("--deploy-mode", options.deployMode()));
    parts.add(List.of("--name", "footprints " + options.words().get(0)));
    parts.add(List.of("--class", ENTRY));
    parts.add(List.of("--driver-memory", options.driverMemory()));
    if (cluster != ClusterManager.LOCAL) {
      parts.add(List.of("--executor-memory", options.executorMemory()));
    }
    Map<String, String> settings = new LinkedHashMap<>(cluster.settings(options));
    settings.put("spark.driver.defaultJavaOptions", SparkSessionFactory.JAVA + " " + SparkSessionFactory.ONE_CORE);
    if (options.jsonLogs()) {
      settings.put("spark.log.structuredLogging.enabled", "true");
    }
    settings.putAll(options.settings());
    settings.forEach((key, value) -> parts.add(List.of("--conf", key + "=" + value)));
    parts.add(List.of(options.jar()));
    parts.add(options.words());
    return new SparkSubmitLine(parts);
  }

  /** Returns the command line to run. */
  public List<String> words() {
    return parts.stream().flatMap(List::stream).toList();
  }

  /** Returns the command line to print or paste into a shell; secrets are masked. */
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
