package uk.footprints.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine;
import uk.footprints.runtime.ExitCode;

/** Prints the script that lets a shell complete commands, options and names. */
@Command(
    name = "completion",
    description = "Print the script that lets a shell complete commands, options and names.",
    footer = {
      "",
      "Examples:",
      "  source <(footprints completion bash)                    in ~/.bashrc",
      "  source <(footprints completion zsh)                     in ~/.zshrc, after compinit"
    })
public final class CompletionCommand extends CliCommand {

  /** The supported shells. */
  enum Shell {
    BASH,
    ZSH
  }

  @Parameters(index = "0", paramLabel = "SHELL", description = "bash or zsh.")
  private Shell shell;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    console().print(
        switch (shell) {
          case BASH -> AutoComplete.bash(root.getCommandName(), root);
          case ZSH -> "autoload -U +X bashcompinit && bashcompinit\n" + AutoComplete.bash(root.getCommandName(), root);
        });
    return ExitCode.DONE;
  }
}
