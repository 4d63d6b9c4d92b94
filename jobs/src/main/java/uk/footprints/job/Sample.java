package uk.footprints.job;

import picocli.CommandLine.Command;
import uk.footprints.run.Fixable;

/** Makes up data: each kind is a command of its own. */
@Command(
    name = "sample",
    description = "Make up data in the layouts that Footprints reads.",
    subcommands = {SampleHes.class, SamplePublished.class})
public final class Sample extends Job {

  @Override
  public Integer call() {
    throw Fixable.command("Say what to make up.", "footprints sample --help");
  }
}
