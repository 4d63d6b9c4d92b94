package uk.footprints.job;

import picocli.CommandLine.Command;
import uk.footprints.run.Fixable;

/** Makes up data: each kind is a command of its own. */
@Command(
    name = "sample",
    description = "Make up data in the layouts that Footprints reads.",
    subcommands = {SampleHes.class, SamplePublished.class},
    footer = {
      "",
      "Examples:",
      "  footprints sample published --to made --from 2015-04 --months 36 --seed 7",
      "  footprints sample hes --help                            record level"
    })
public final class Sample extends Job {

  @Override
  public Integer call() {
    throw Fixable.command("Say what to make up.", "footprints sample --help");
  }
}
