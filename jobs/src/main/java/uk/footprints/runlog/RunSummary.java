package uk.footprints.runlog;

import java.util.Map;

/** Writes a run as a few lines of Markdown, for mail or chat. */
final class RunSummary {

  private static final int MAX_SENTENCES = 20;

  private RunSummary() {}

  static String of(RunRecord run, String store) {
    StringBuilder text = new StringBuilder();
    text.append("# Footprints %s: %s\n\n".formatted(run.job(), run.state().replace('_', ' ')));
    if (!run.problem().isEmpty()) {
      text.append("**%s** The current release has not changed.\n\n".formatted(run.problem()));
    }
    text.append("| | |\n|---|---|\n");
    line(text, "Run", run.run());
    line(text, "Release", run.release().isEmpty() ? "none" : run.release());
    line(text, "Store", store);
    line(text, "Began", run.startedAt());
    line(text, "Took", "%.0f s".formatted(run.seconds().getOrDefault("all", 0.0)));
    line(text, "Exit code", String.valueOf(run.exit()));
    run.counts().forEach((name, n) -> line(text, name.replace('_', ' '), "%,d".formatted(n)));
    run.arguments().forEach((name, value) -> line(text, name, "`" + value + "`"));
    line(text, "Versions", "%s, Spark %s, Java %s".formatted(
        run.versions().get("footprints"), run.versions().get("spark"), run.versions().get("java")));
    if (!run.findings().isEmpty()) {
      text.append("\n## Findings\n\n| severity | kind | number |\n|---|---|---:|\n");
      for (Map.Entry<String, Map<String, Long>> severity : run.findings().entrySet()) {
        severity.getValue().forEach(
            (kind, n) -> text.append("| %s | %s | %,d |\n".formatted(
                severity.getKey().replace('_', ' '), kind.replace('_', ' '), n)));
      }
    }
    if (!run.setAside().isEmpty()) {
      text.append("\n## Set aside or read in part\n\n");
      run.setAside().stream().limit(MAX_SENTENCES).forEach(s -> text.append("- ").append(s).append('\n'));
      if (run.setAside().size() > MAX_SENTENCES) {
        text.append("- and others; see the table `findings`\n");
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("| %s | %s |\n".formatted(name, value.replace("|", "\\|")));
  }
}
