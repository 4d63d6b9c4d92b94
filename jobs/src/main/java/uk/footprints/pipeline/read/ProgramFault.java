package uk.footprints.pipeline.read;

import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.footprints.finding.Finding.Kind;
import uk.footprints.finding.Finding;
import uk.footprints.finding.Location;

/** Distinguishes an error of Footprints from a damaged file: a user can replace the file, but cannot correct the program. */
public final class ProgramFault {

  private static final Logger LOG = LoggerFactory.getLogger(ProgramFault.class);
  private static final String OWN = "uk.footprints.";

  private ProgramFault() {}

  /**
   * Returns whether an error came out of a class of Footprints, and not out of a library that gave up on the bytes of
   * the file: the first class outside the Java platform on the stack decides.
   */
  static boolean isOwn(Throwable error) {
    return Arrays.stream(error.getStackTrace())
        .map(StackTraceElement::getClassName)
        .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk.") && !name.startsWith("sun."))
        .findFirst()
        .map(name -> name.startsWith(OWN))
        .orElse(true);
  }

  /** Returns the finding that names the file, the error and its place in the program; the log has the whole error. */
  public static Finding finding(String path, Throwable error) {
    LOG.error("an error of Footprints while it read {}", path, error);
    Optional<StackTraceElement> place =
        Arrays.stream(error.getStackTrace()).filter(frame -> frame.getClassName().startsWith(OWN)).findFirst();
    String where =
        place.map(f -> "%s, line %d".formatted(f.getClassName().substring(OWN.length()), f.getLineNumber()))
            .orElse("a library");
    return Finding.of(
        Kind.PROGRAM_FAULT, "", Location.file(path), "Footprints failed while it read the file, which is our fault: %s (in %s)",
        error.toString(), where);
  }
}
