package uk.footprints.cli.submit;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The exit code of the driver's container on Kubernetes. {@code spark-submit} itself exits with 0 however the driver
 * ended, and only its log has the state of the container. Source: Spark 4.2, LoggingPodStatusWatcher.
 */
public final class PodExitCode {

  private static final Pattern CODE = Pattern.compile("\\s*exit code: (\\d{1,9})\\s*");

  private PodExitCode() {}

  /** Returns the last exit code that lines of the log have; empty if none has one. */
  public static OptionalInt last(Stream<String> lines) {
    return lines.map(CODE::matcher).filter(Matcher::matches).mapToInt(code -> Integer.parseInt(code.group(1)))
        .reduce((earlier, later) -> later);
  }
}
