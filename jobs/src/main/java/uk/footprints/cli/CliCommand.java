package uk.footprints.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ExitCode;

/**
 * What a person can submit: one class a command, its options as picocli fields, its answer an exit code of
 * {@link ExitCode}. A job puts the pieces of the other rooms together and does no work of its own.
 */
public abstract class CliCommand implements Callable<Integer> {

  @Option(names = "--trace", description = "Show where in the program a failure came from.")
  private boolean trace;

  private Console terminal = Console.system();

  /** Where the job speaks; tests give their own. */
  public final void speakTo(Console terminal) {
    this.terminal = terminal;
  }

  /** Whether what follows its options is the command line of another job. */
  public boolean takesAnotherCommand() {
    return false;
  }

  protected final Console terminal() {
    return terminal;
  }
}
