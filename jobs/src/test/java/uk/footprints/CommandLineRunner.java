package uk.footprints;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import uk.footprints.runtime.Console;

/**
 * The real command line, run in this process.
 *
 * @param exit its exit code
 * @param out what it answered
 * @param err what it said besides
 */
public record CommandLineRunner(int exit, String out, String err) {

  private static final Set<String> WITH_SPARK = Set.of("refresh", "query", "stays");

  /** Runs {@code footprints words...}. */
  public static CommandLineRunner run(String... words) {
    if (words.length > 0 && WITH_SPARK.contains(words[0])) {
      SparkTestSession.context();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console terminal =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
    int exit = Main.run(terminal, words);
    return new CommandLineRunner(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The answer's lines. */
  public List<String> lines() {
    return out.lines().toList();
  }
}
