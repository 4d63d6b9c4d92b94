package uk.footprints.spark;

import java.nio.file.Path;
import uk.footprints.storage.Store;

/** Chooses the log file of a run. Lines that were logged before go to {@code footprints.log} in the temporary folder. */
public final class LogFiles {

  private LogFiles() {}

  /** Sends logs to the store's folder, if it is local, and otherwise to the process' temporary folder. */
  public static Path into(Store store, String run) {
    String root = store.root();
    boolean local = !root.contains(":/") || root.startsWith("file:");
    Path folder =
        local
            ? Path.of(root.replaceFirst("^file:(//)?", "")).resolve("logs")
            : Path.of(System.getProperty("java.io.tmpdir"), "footprints-logs");
    Path file = folder.resolve(run + ".log");
    System.setProperty("footprints.log", file.toString());
    System.setProperty("footprints.run", run);
    return file;
  }

  /** Sends logs as JSON to standard error; must run before the first logger is created. */
  public static void asJson() {
    System.setProperty("log4j2.configurationFile", "log4j2-json.xml");
  }
}
