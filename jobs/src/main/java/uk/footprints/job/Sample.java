package uk.footprints.job;

import picocli.CommandLine.Command;
import uk.footprints.run.Fixable;

/** Files to try everything on: artificial, and labelled so. */
@Command(name = "sample", description = "Write artificial files to try everything on.", subcommands = SampleHes.class)
public final class Sample extends Job {

  @Override
  public Integer call() {
    throw Fixable.command("A sample of what?", "footprints sample hes --rows 100000 --to FOLDER");
  }
}
