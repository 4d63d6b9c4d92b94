package uk.footprints.cli;

import picocli.CommandLine.Command;
import uk.footprints.runtime.UserException;

/** Makes artificial data; each kind has a subcommand. */
@Command(
    name = "sample",
    description = "Make artificial data in the layouts that Footprints reads.",
    subcommands = {SampleHesCommand.class, SamplePublishedCommand.class},
    footer = {
      "",
      "Examples:",
      "  footprints sample published --to made --from 2015-04 --months 36 --seed 7",
      "  footprints sample hes --help                            record level"
    })
public final class SampleCommand extends CliCommand {

  @Override
  public Integer call() {
    throw UserException.command("The command sample needs hes or published.", "footprints sample --help");
  }
}
