package uk.footprints.spark;

import java.nio.file.Path;
import uk.footprints.storage.Store;

/**
 * Where logs go: a quiet console, and a file. Said before the first logger wakes, as the configuration asks for these
 * properties only once.
 */
public final class LogFiles {

  private LogFiles() {}

  /** Logs into this folder, if it is local; elsewhere into the process' temporary folder. */
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

  /** From now on logs are JSON on standard error; said before the first logger wakes. */
  public static void asJson() {
    System.setProperty("log4j2.configurationFile", "log4j2-json.xml");
  }
}
