package uk.footprints.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import uk.footprints.runtime.ExitCode;

/** The manual page, made from what every command says of itself. */
@Command(
    name = "manual",
    description = "Print the manual page, for man.",
    footer = {
      "",
      "Examples:",
      "  footprints manual > footprints.1",
      "  man -l footprints.1                                     the tracked one: man -l data/footprints.1"
    })
public final class ManualCommand extends CliCommand {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    terminal().answer(ManPage.of(spec.root().commandLine()));
    return ExitCode.DONE;
  }
}
