package uk.footprints.runtime;

import java.io.PrintStream;

/**
 * The output of a command: results go to {@code out}, progress and findings to {@code err}, so that a pipe gets results
 * only.
 *
 * @param out results
 * @param err everything else
 * @param interactive whether {@code err} is a terminal, so that progress may redraw its line
 */
public record Console(PrintStream out, PrintStream err, boolean interactive) {

  /** The width of a terminal that does not report one. */
  private static final int USUAL_COLUMNS = 80;

  /**
   * Returns the streams of the process. The launcher passes whether standard error is a terminal, and its width: Java
   * detects standard input and output only.
   */
  public static Console system() {
    return new Console(System.out, System.err, System.getProperty("footprints.columns") != null);
  }

  /** Returns the width of the terminal in characters. */
  public int columns() {
    int columns = Integer.getInteger("footprints.columns", USUAL_COLUMNS);
    return columns >= 20 ? columns : USUAL_COLUMNS;
  }

  /** Prints a message to standard error. */
  public void info(String format, Object... values) {
    err.println(values.length == 0 ? format : String.format(java.util.Locale.UK, format, values));
  }

  /** Prints a line of the result to standard output. */
  public void print(String line) {
    out.println(line);
  }
}
