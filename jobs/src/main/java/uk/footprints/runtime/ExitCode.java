package uk.footprints.runtime;

/** The exit codes that a scheduler can rely on. */
public final class ExitCode {

  /** Done, or nothing new. */
  public static final int DONE = 0;
  /** The command is wrong. */
  public static final int COMMAND = 1;
  /** The data or a location is wrong, and the user can correct it. */
  public static final int DATA = 2;
  /** Our fault. */
  public static final int BUG = 3;
  /** Something was held: a file was set aside or the release was refused, and the run names it. */
  public static final int HELD = 4;

  private ExitCode() {}
}
