package uk.footprints;

import java.io.OutputStream;
import java.io.PrintStream;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ExitCode;

/**
 * Runs a refresh and a query in silence. The launcher does this once after a build and keeps the classes that were
 * loaded in an archive of the virtual machine, so that later commands start sooner.
 */
public final class ClassArchiveWarmup {

  private ClassArchiveWarmup() {}

  /** Runs both commands on a folder of files, in a store that the caller deletes. */
  public static void main(String[] folders) {
    Console silent =
        new Console(
            new PrintStream(OutputStream.nullOutputStream()), new PrintStream(OutputStream.nullOutputStream()), false);
    int refreshed = Main.run(silent, "refresh", "--from", folders[0], "--to", folders[1]);
    int queried =
        Main.run(
            silent, "query", "select status, count(*) from indicators group by 1 order by 1", "--at", folders[1]);
    if (refreshed != ExitCode.DONE || queried != ExitCode.DONE) {
      throw new IllegalStateException("refresh and query ended with %d and %d".formatted(refreshed, queried));
    }
  }
}
