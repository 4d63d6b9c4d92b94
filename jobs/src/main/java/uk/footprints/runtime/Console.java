package uk.footprints.runtime;

import java.io.PrintStream;

/**
 * Where a job speaks: answers go to {@code out}, progress and findings to {@code err}, so that a pipe gets answers only.
 *
 * @param out what was asked for
 * @param err everything else
 * @param interactive whether a person watches: progress may redraw its line
 */
public record Console(PrintStream out, PrintStream err, boolean interactive) {

  /** How wide a terminal is that says nothing of it. */
  private static final int USUAL_COLUMNS = 80;

  /**
   * The process' own streams. The launcher says whether standard error is a terminal, and how wide: Java knows of
   * standard input and output only.
   */
  public static Console system() {
    return new Console(System.out, System.err, System.getProperty("footprints.columns") != null);
  }

  /** How many characters a line of the terminal has. */
  public int columns() {
    int columns = Integer.getInteger("footprints.columns", USUAL_COLUMNS);
    return columns >= 20 ? columns : USUAL_COLUMNS;
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
