package uk.footprints;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import uk.footprints.runtime.Console;
import uk.footprints.spark.SparkSessionFactory;

/**
 * The real command line, run in this process.
 *
 * @param exit its exit code
 * @param out what it answered
 * @param err what it said besides
 */
public record CommandLineRunner(int exit, String out, String err) {

  /** Runs {@code footprints words...}. */
  public static CommandLineRunner run(String... words) {
    SparkSessionFactory.share();
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
