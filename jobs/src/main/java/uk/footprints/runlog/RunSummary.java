package uk.footprints.runlog;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
    if (run.fetch() != null) {
      fetch(text, run.fetch());
    }
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

  /** Writes what was due, what came, what pages no longer offer, and what is still due. */
  private static void fetch(StringBuilder text, FetchRecord fetch) {
    text.append("\n## Fetched\n\n");
    String counts = fetch.files().entrySet().stream()
        .map(e -> "%,d %s".formatted(e.getValue(), e.getKey())).collect(Collectors.joining(", "));
    text.append("Links: %s.\n\n".formatted(counts.isEmpty() ? "none" : counts));
    text.append("| dataset | pages read | links seen | taken | left |\n|---|---:|---:|---:|---:|\n");
    fetch.pages().forEach(p -> text.append("| %s | %,d | %,d | %,d | %,d |\n".formatted(
        p.dataset(), p.read(), p.links(), p.taken(), p.left())));
    list(text, "Due when the run began", fetch.due());
    list(text, "Came", fetch.came());
    list(text, "No longer offered", fetch.gone());
    list(text, "To be checked", fetch.attention());
    list(text, "Still due", fetch.stillDue());
  }

  private static void list(StringBuilder text, String heading, List<String> sentences) {
    if (sentences.isEmpty()) {
      return;
    }
    text.append("\n### ").append(heading).append("\n\n");
    sentences.stream().limit(MAX_SENTENCES).forEach(s -> text.append("- ").append(s).append('\n'));
    if (sentences.size() > MAX_SENTENCES) {
      text.append("- and others; see the record of the run as JSON\n");
    }
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("| %s | %s |\n".formatted(name, value.replace("|", "\\|")));
  }
}
