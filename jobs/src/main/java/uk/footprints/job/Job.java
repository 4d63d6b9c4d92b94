package uk.footprints.job;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import uk.footprints.run.Terminal;

/**
 * What a person can submit: one class a command, its options as picocli fields, its answer an exit code of
 * {@link uk.footprints.run.Exit}. A job puts the pieces of the other rooms together and does no work of its own.
 */
public abstract class Job implements Callable<Integer> {

  @Option(names = "--trace", description = "Show where in the program a failure came from.")
  private boolean trace;

  private Terminal terminal = Terminal.system();

  /** Where the job speaks; tests give their own. */
  public final void speakTo(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Whether what follows its options is the command line of another job. */
  public boolean takesAnotherCommand() {
    return false;
  }

  protected final Terminal terminal() {
    return terminal;
  }
}
