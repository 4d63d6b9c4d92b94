package uk.footprints.runlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.footprints.runtime.IdTime;

/** Writes a file for the text collector of Prometheus. The collector reads at any moment, so the write is atomic. */
final class PrometheusFile {

  private PrometheusFile() {}

  /**
   * Returns the contents of the file.
   *
   * @param current the current release after the run
   */
  static String of(RunRecord run, Optional<String> current) {
    StringBuilder text = new StringBuilder();
    gauge(text, "footprints_run_exit_code", "Exit code of the last run: 0 done, 4 held, others failed.",
        Map.of("", (double) run.exit()));
    gauge(text, "footprints_run_start_time_seconds", "When the last run began, since 1970.",
        Map.of("", Instant.parse(run.startedAt()).toEpochMilli() / 1000.0));
    Map<String, Double> parts = new TreeMap<>();
    run.seconds().forEach((part, seconds) -> parts.put("part=\"" + part + "\"", seconds));
    gauge(text, "footprints_run_duration_seconds", "How long the last run took, by part.", parts);
    Map<String, Double> files = new TreeMap<>();
    run.counts().forEach((name, n) -> {
      if (name.startsWith("files")) {
        String state = name.equals("files") ? "listed" : name.substring("files_".length());
        files.put("state=\"" + state + "\"", (double) n);
      }
    });
    gauge(text, "footprints_run_files", "Files of the last run, by result.", files);
    if (run.fetch() != null) {
      Map<String, Double> links = new TreeMap<>();
      run.fetch().files().forEach((result, n) -> links.put("result=\"" + result + "\"", (double) n));
      gauge(text, "footprints_run_links", "Links that the last run fetched or checked, by result.", links);
    }
    if (run.counts().containsKey("observations")) {
      gauge(text, "footprints_run_observations", "Observations that the last run wrote.",
          Map.of("", (double) run.counts().get("observations")));
    }
    Map<String, Double> findings = new TreeMap<>();
    run.findings().forEach((severity, kinds) ->
        findings.put("severity=\"" + severity + "\"", (double) kinds.values().stream().mapToLong(n -> n).sum()));
    gauge(text, "footprints_run_findings", "Findings of the last run, by severity.", findings);
    current.filter(id -> id.matches("\\d{8}T\\d{6}Z.*")).ifPresent(
        id -> gauge(text, "footprints_release_time_seconds", "When the current release was made, since 1970.",
            Map.of("", (double) IdTime.parse(id).getEpochSecond())));
    return text.toString();
  }

  private static void gauge(StringBuilder text, String name, String help, Map<String, Double> values) {
    if (values.isEmpty()) {
      return;
    }
    text.append("# HELP %s %s\n# TYPE %s gauge\n".formatted(name, help, name));
    values.forEach((labels, value) ->
        text.append(name).append(labels.isEmpty() ? "" : "{" + labels + "}").append(' ')
            .append(number(value)).append('\n'));
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  /** Writes a temporary file and renames it; the file is readable by the collector, which is another user. */
  static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path temporary = folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid());
    Files.writeString(temporary, text);
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
