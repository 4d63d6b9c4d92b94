package uk.footprints.runtime;

import java.util.function.Supplier;

/**
 * How far a long work is: one line that is drawn again in place where a person watches the terminal, and a plain line
 * now and then where nobody does. Always on standard error. It costs a thread that sleeps.
 */
public final class ProgressLine implements AutoCloseable {

  private static final long DRAWN_EVERY = 200;
  private static final long SAID_EVERY = 10_000;

  private final Console terminal;
  private final Supplier<String> state;
  private final Thread ticking;
  private String drawn = "";
  private String said = "";
  private boolean closed;

  private ProgressLine(Console terminal, Supplier<String> state, long every) {
    this.terminal = terminal;
    this.state = state;
    this.ticking = new Thread(() -> tick(every), "progress");
    ticking.setDaemon(true);
  }

  /**
   * Begins; closing it takes the line away.
   *
   * @param state the line as it is now; asked a few times a second at most, so that counting costs nothing
   */
  public static ProgressLine on(Console terminal, Supplier<String> state) {
    return on(terminal, state, terminal.interactive() ? DRAWN_EVERY : SAID_EVERY);
  }

  /** A piece of work. */
  public interface Work<T, E extends Exception> {
    /** Does it. */
    T get() throws E;
  }

  /** Shows how far a piece of work is while it lasts. */
  public static <T, E extends Exception> T during(Console terminal, Supplier<String> state, Work<T, E> work) throws E {
    ProgressLine progress = on(terminal, state);
    try {
      return work.get();
    } finally {
      progress.close();
    }
  }

  static ProgressLine on(Console terminal, Supplier<String> state, long everyMillis) {
    ProgressLine progress = new ProgressLine(terminal, state, everyMillis);
    progress.ticking.start();
    return progress;
  }

  /** {@code 120 of 500 files, 380 left}. */
  public static String left(long done, long all, String what) {
    long so = Math.min(done, all);
    return "%,d of %,d %s, %,d left".formatted(so, all, what, all - so);
  }

  /** A line that stays, above the one that is drawn. */
  public synchronized void say(String line) {
    wipe();
    terminal.say("%s", line);
    if (terminal.interactive() && !closed) {
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
          if (terminal.interactive()) {
            draw();
          } else {
            plainly();
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void draw() {
    String now = state.get();
    int room = terminal.columns() - 1;
    String line = now.length() > room ? now.substring(0, Math.max(0, room - 1)) + "…" : now;
    if (!line.equals(drawn)) {
      terminal.err().print("\r" + line + " ".repeat(Math.max(0, drawn.length() - line.length())));
      terminal.err().flush();
      drawn = line;
    }
  }

  private void plainly() {
    String now = state.get();
    if (!now.equals(said) && !now.isEmpty()) {
      terminal.say("%s", now);
      said = now;
    }
  }

  private void wipe() {
    if (!drawn.isEmpty()) {
      terminal.err().print("\r" + " ".repeat(drawn.length()) + "\r");
      terminal.err().flush();
      drawn = "";
    }
  }
}
