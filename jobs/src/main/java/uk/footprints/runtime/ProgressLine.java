package uk.footprints.runtime;

import java.util.function.Supplier;

/**
 * Shows the progress of long work on standard error: one line that is redrawn in place on a console, and otherwise a
 * plain line every ten seconds. It uses one sleeping thread.
 */
public final class ProgressLine implements AutoCloseable {

  private static final long REDRAW_MILLIS = 200;
  private static final long PRINT_MILLIS = 10_000;

  private final Console console;
  private final Supplier<String> state;
  private final Thread ticking;
  private String drawn = "";
  private String said = "";
  private boolean closed;

  private ProgressLine(Console console, Supplier<String> state, long every) {
    this.console = console;
    this.state = state;
    this.ticking = new Thread(() -> tick(every), "progress");
    ticking.setDaemon(true);
  }

  /**
   * Starts showing progress; closing it removes the line.
   *
   * @param state supplies the current line; called a few times a second at most
   */
  public static ProgressLine on(Console console, Supplier<String> state) {
    return on(console, state, console.interactive() ? REDRAW_MILLIS : PRINT_MILLIS);
  }

  /** Work that returns a value. */
  public interface Work<T, E extends Exception> {
    /** Does the work. */
    T get() throws E;
  }

  /** Shows progress while a piece of work runs. */
  public static <T, E extends Exception> T during(Console console, Supplier<String> state, Work<T, E> work) throws E {
    ProgressLine progress = on(console, state);
    try {
      return work.get();
    } finally {
      progress.close();
    }
  }

  static ProgressLine on(Console console, Supplier<String> state, long everyMillis) {
    ProgressLine progress = new ProgressLine(console, state, everyMillis);
    progress.ticking.start();
    return progress;
  }

  /** Returns a line such as {@code 120 of 500 files, 380 left}. */
  public static String left(long done, long all, String what) {
    long so = Math.min(done, all);
    return "%,d of %,d %s, %,d left".formatted(so, all, what, all - so);
  }

  /** Prints a permanent line above the progress line. */
  public synchronized void say(String line) {
    wipe();
    console.info("%s", line);
    if (console.interactive() && !closed) {
      draw();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    wipe();
    notifyAll();
  }

  private synchronized void tick(long every) {
    try {
      while (!closed) {
        wait(every);
        if (!closed) {
          if (console.interactive()) {
            draw();
          } else {
            printPlain();
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void draw() {
    String now = state.get();
    int width = console.columns() - 1;
    String line = now.length() > width ? now.substring(0, Math.max(0, width - 1)) + "…" : now;
    if (!line.equals(drawn)) {
      console.err().print("\r" + line + " ".repeat(Math.max(0, drawn.length() - line.length())));
      console.err().flush();
      drawn = line;
    }
  }

  private void printPlain() {
    String now = state.get();
    if (!now.equals(said) && !now.isEmpty()) {
      console.info("%s", now);
      said = now;
    }
  }

  private void wipe() {
    if (!drawn.isEmpty()) {
      console.err().print("\r" + " ".repeat(drawn.length()) + "\r");
      console.err().flush();
      drawn = "";
    }
  }
}
