package uk.footprints.runtime;

/**
 * Something a user can mend: a wrong word on the command line, a file that is not there, a table that lacks a column.
 * Shown as one sentence and a hint, never as a stack trace (unless {@code --trace} asks for it).
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

  /** The command line is wrong: exit 1. */
  public static UserException command(String what, String next) {
    return new UserException(ExitCode.COMMAND, what, next, null);
  }

  /** The data or a place is wrong, and the user can mend it: exit 2. */
  public static UserException data(String what, String next) {
    return new UserException(ExitCode.DATA, what, next, null);
  }

  /** As {@link #data(String, String)}, with the cause for {@code --trace}. */
  public static UserException data(String what, String next, Throwable cause) {
    return new UserException(ExitCode.DATA, what, next, cause);
  }

  /** The exit code, {@link ExitCode#COMMAND} or {@link ExitCode#DATA}. */
  public int exit() {
    return exit;
  }

  /** What to do about it, as an instruction. */
  public String next() {
    return next;
  }
}
