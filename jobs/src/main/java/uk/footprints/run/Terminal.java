package uk.footprints.run;

import java.io.PrintStream;

/**
 * Where a job speaks: answers go to {@code out}, progress and findings to {@code err}, so that a pipe gets answers only.
 *
 * @param out what was asked for
 * @param err everything else
 * @param interactive whether a person watches: progress may redraw its line
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {

  /** The process' own streams. */
  public static Terminal system() {
    return new Terminal(System.out, System.err, System.console() != null);
  }

  /** A line for the person who waits. */
  public void say(String format, Object... values) {
    err.println(values.length == 0 ? format : String.format(java.util.Locale.UK, format, values));
  }

  /** A line of the answer. */
  public void answer(String line) {
    out.println(line);
  }
}
