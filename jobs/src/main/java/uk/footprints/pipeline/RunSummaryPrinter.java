package uk.footprints.pipeline;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Severity;
import uk.footprints.pipeline.build.AuditTables;
import uk.footprints.pipeline.build.ReleaseBuilder;
import uk.footprints.pipeline.read.FileResult;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ExitCode;

/**
 * Prints the summary of a refresh: the rows of each dataset, the findings, and the files that were set aside.
 *
 * @param console receives the summary
 */
record RunSummaryPrinter(Console console) {

  private static final Map<Severity, String> SHOWN =
      Map.of(Severity.SET_ASIDE, "Set aside", Severity.INCOMPLETE, "Read in part");

  /** Prints the row counts of each dataset, and the findings. */
  void print(ReleaseBuilder.BuildResult result) {
    List<FileResult> files = result.files();
    console.info("");
    console.info(
        "%-18s %6s %9s %8s %7s %7s %9s %9s %10s %9s",
        "dataset", "files", "rows", "titles", "notes", "totals", "rejected", "not read", "observed", "figures");
    AuditTables.byDataset(files)
        .forEach(
            (dataset, a) -> {
              long filesRead =
                  files.stream()
                      .filter(o -> o.dataset().equals(dataset) && o.state().equals(FileResult.READ))
                      .count();
              console.info(
                  "%-18s %,6d %,9d %,8d %,7d %,7d %,9d %,9d %,10d %,9d",
                  dataset, filesRead, a.read(), a.titles(), a.notes(), a.totals(), a.rejected(), a.notRead(),
                  a.observed(), a.cells() - a.cellsRejected());
            });
    console.info("");
    printFindings(result.findings());
  }

  /** Prints how many files were set aside or read in part only, and returns the exit code. */
  int printFilesSetAside(ReleaseBuilder.BuildResult result) {
    long aside = files(result, f -> f.severity() == Severity.SET_ASIDE);
    long incomplete = files(result, f -> f.severity() == Severity.INCOMPLETE);
    long faults = files(result, f -> f.kind() == Kind.PROGRAM_FAULT);
    if (aside > 0) {
      console.info(
          "%d of %d files were set aside; see the table findings for the reasons.", aside, result.files().size());
    }
    if (incomplete > 0) {
      console.info(
          "%d of %d files were read in part only; see the table rejects for what was left out.", incomplete,
          result.files().size());
    }
    if (faults > 0) {
      console.info("Footprints failed on %d of %d files, which is our fault, not yours.", faults, result.files().size());
      console.info("  Try: report the findings of the kind program_fault to the authors of Footprints.");
      return ExitCode.BUG;
    }
    return aside + incomplete > 0 ? ExitCode.HELD : ExitCode.DONE;
  }

  private static long files(ReleaseBuilder.BuildResult result, Predicate<Finding> selected) {
    return result.findings().stream().filter(selected).map(f -> f.place().file()).distinct().count();
  }

  /**
   * Prints each file that was set aside or read in part only (the first three of each kind and folder) and counts the
   * other findings.
   */
  private void printFindings(List<Finding> findings) {
    Map<String, Integer> shown = new HashMap<>();
    Map<String, Integer> more = new LinkedHashMap<>();
    for (Finding f : findings) {
      if (!SHOWN.containsKey(f.severity())) {
        continue;
      }
      String file = f.place().file();
      String folder = file.contains("/") ? file.substring(0, file.indexOf('/')) : ".";
      String group = f.kind().id() + " in " + folder;
      if (shown.merge(group, 1, Integer::sum) <= 3) {
        console.info("%s: %s", SHOWN.get(f.severity()), f.sentence());
      } else {
        more.merge(group, 1, Integer::sum);
      }
    }
    more.forEach((group, n) -> console.info("           and %d more: %s", n, group.replace('_', ' ')));
    Map<String, Long> others = new java.util.TreeMap<>();
    findings.stream()
        .filter(f -> !SHOWN.containsKey(f.severity()))
        .forEach(f -> others.merge(f.severity().id() + " " + f.kind().id(), 1L, Long::sum));
    if (!others.isEmpty()) {
      console.info("Findings:");
      others.forEach((kind, n) -> console.info("  %,6d  %s", n, kind.replace('_', ' ')));
    }
    console.info("");
  }
}
