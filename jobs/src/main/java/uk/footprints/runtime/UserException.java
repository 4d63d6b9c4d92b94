package uk.footprints.runtime;

/**
 * An error that the user can correct: a wrong word on the command line, a missing file, a table that lacks a column.
 * Shown as one sentence and a hint, never as a stack trace (unless {@code --trace} is given).
 */
public final class UserException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exit;
  private final String next;

  private UserException(int exit, String what, String next, Throwable cause) {
    super(what, cause);
    this.exit = exit;
    this.next = next;
  }

  /** Creates the exception for a wrong command line: exit 1. */
  public static UserException command(String what, String next) {
    return new UserException(ExitCode.COMMAND, what, next, null);
  }

  /** Creates the exception for wrong data or a wrong location that the user can correct: exit 2. */
  public static UserException data(String what, String next) {
    return new UserException(ExitCode.DATA, what, next, null);
  }

  /** Creates the exception for wrong data or a wrong location, with the cause for {@code --trace}: exit 2. */
  public static UserException data(String what, String next, Throwable cause) {
    return new UserException(ExitCode.DATA, what, next, cause);
  }

  /** Returns the exit code, {@link ExitCode#COMMAND} or {@link ExitCode#DATA}. */
  public int exit() {
    return exit;
  }

  /** Returns the hint: what to type, or an instruction. */
  public String next() {
    return next;
  }
}
