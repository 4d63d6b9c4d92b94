package uk.footprints;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import uk.footprints.run.Session;
import uk.footprints.run.Terminal;

/**
 * The real command line, run in this process.
 *
 * @param exit its exit code
 * @param out what it answered
 * @param err what it said besides
 */
public record Command(int exit, String out, String err) {

  /** Runs {@code footprints words...}. */
  public static Command run(String... words) {
    Session.share();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false);
    int exit = Main.run(terminal, words);
    return new Command(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The answer's lines. */
  public List<String> lines() {
    return out.lines().toList();
  }
}
