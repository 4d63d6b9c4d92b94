package uk.footprints.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ExitCode;

/**
 * A command of the command line: one class per command, its options as picocli fields, its result an exit code of
 * {@link ExitCode}. A command calls the other packages and has no logic of its own.
 */
public abstract class CliCommand implements Callable<Integer> {

  @Option(names = "--trace", description = "Show where in the program a failure came from.")
  private boolean trace;

  private Console console = Console.system();

  /** Sets the console that the command prints to; tests set their own. */
  public final void setConsole(Console console) {
    this.console = console;
  }

  /** Returns whether the arguments after the options are the command line of another command. */
  public boolean takesAnotherCommand() {
    return false;
  }

  protected final Console console() {
    return console;
  }
}
