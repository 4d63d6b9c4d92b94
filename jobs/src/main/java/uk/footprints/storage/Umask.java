package uk.footprints.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the process' umask, which Hadoop ignores: without it every account could read a store. */
final class Umask {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String KEY = "Umask:";

  private Umask() {}

  /** Returns the umask in octal digits, such as {@code 0027}; empty where the system does not show it. */
  static Optional<String> find() {
    if (!Files.isReadable(STATUS)) {
      return Optional.empty();
    }
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(KEY))
          .map(line -> line.substring(KEY.length()).strip())
          .filter(mask -> mask.matches("[0-7]{3,4}"))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
