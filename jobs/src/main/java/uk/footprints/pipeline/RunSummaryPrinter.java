package uk.footprints.pipeline;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Severity;
import uk.footprints.pipeline.build.AuditTables;
import uk.footprints.pipeline.build.ReleaseBuilder;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ExitCode;

/**
 * What a refresh says to people of what it made.
 *
 * @param terminal where it speaks
 */
record RunSummaryPrinter(Console terminal) {

  /** What became of the files of each dataset, and what was odd. */
  void tell(ReleaseBuilder.Made made) {
    List<FileResult> outcomes = made.outcomes();
    terminal.say("");
    terminal.say(
        "%-18s %6s %9s %8s %7s %7s %9s %9s %10s %9s",
        "dataset", "files", "rows", "titles", "notes", "totals", "rejected", "not read", "observed", "figures");
    AuditTables.byDataset(outcomes)
        .forEach(
            (dataset, a) -> {
              long files =
                  outcomes.stream()
                      .filter(o -> o.dataset().equals(dataset) && o.state().equals(FileResult.READ))
                      .count();
              terminal.say(
                  "%-18s %,6d %,9d %,8d %,7d %,7d %,9d %,9d %,10d %,9d",
                  dataset, files, a.read(), a.titles(), a.notes(), a.totals(), a.rejected(), a.notRead(),
                  a.observed(), a.cells() - a.cellsRejected());
            });
    terminal.say("");
    tell(made.findings());
  }

  /** Files that were set aside, at last, and the exit code. */
  int conclude(ReleaseBuilder.Made made) {
    long aside =
        made.findings().stream()
            .filter(f -> f.severity() == Severity.SET_ASIDE)
            .map(f -> f.place().file())
            .distinct()
            .count();
    if (aside > 0) {
      terminal.say("%d of %d files were set aside; the table findings says why.", aside, made.outcomes().size());
      return ExitCode.HELD;
    }
    return ExitCode.DONE;
  }

  /** Files set aside are named; where many are of a kind, the first few of each folder. */
  private void tell(List<Finding> findings) {
    Map<String, Integer> shown = new HashMap<>();
    Map<String, Integer> more = new LinkedHashMap<>();
    for (Finding f : findings) {
      if (f.severity() != Severity.SET_ASIDE) {
        continue;
      }
      String file = f.place().file();
      String folder = file.contains("/") ? file.substring(0, file.indexOf('/')) : ".";
      String group = f.kind().id() + " in " + folder;
      if (shown.merge(group, 1, Integer::sum) <= 3) {
        terminal.say("Set aside: %s", f.sentence());
      } else {
        more.merge(group, 1, Integer::sum);
      }
    }
    more.forEach((group, n) -> terminal.say("           and %d more: %s", n, group.replace('_', ' ')));
    Map<String, Long> others = new java.util.TreeMap<>();
    findings.stream()
        .filter(f -> f.severity() != Severity.SET_ASIDE)
        .forEach(f -> others.merge(f.severity().id() + " " + f.kind().id(), 1L, Long::sum));
    if (!others.isEmpty()) {
      terminal.say("Findings:");
      others.forEach((kind, n) -> terminal.say("  %,6d  %s", n, kind.replace('_', ' ')));
    }
    terminal.say("");
  }
}
