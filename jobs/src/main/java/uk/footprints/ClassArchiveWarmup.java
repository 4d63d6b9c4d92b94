package uk.footprints;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ExitCode;

/**
 * Runs a refresh, a query and commands without Spark in silence. The launcher does this once after a build and keeps the classes that were
 * loaded in an archive of the virtual machine, so that later commands start sooner.
 */
public final class ClassArchiveWarmup {

  /** Datasets that are read and answered like all others, and soon. */
  private static final String FEW = "mar_provider,population,unit_costs,acs_ccgois,lookups,ods";

  private ClassArchiveWarmup() {}

  private static final List<List<String>> SMALL =
      List.of(
          List.of("--help"), List.of("refresh", "--help"), List.of("stat", "--list"), List.of("stat", "funnel-ratio", "--help"),
          List.of("describe"), List.of("describe", "observations"), List.of("describe", "--find", "delayed"));

  /** Runs the commands on a folder of files, in a store that the caller deletes. */
  public static void main(String[] folders) {
    Console silent =
        new Console(
            new PrintStream(OutputStream.nullOutputStream()), new PrintStream(OutputStream.nullOutputStream()), false);
    SMALL.forEach(words -> Main.run(silent, words.toArray(String[]::new)));
    int refreshed = Main.run(silent, "refresh", "--from", folders[0], "--to", folders[1], "--only", FEW);
    int queried =
        Main.run(
            silent, "query", "select status, count(*) from indicators group by 1 order by 1", "--at", folders[1]);
    if (refreshed != ExitCode.DONE || queried != ExitCode.DONE) {
      throw new IllegalStateException("refresh and query ended with %d and %d".formatted(refreshed, queried));
    }
  }
}
