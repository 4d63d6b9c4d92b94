package uk.footprints.cli;

import java.util.List;

/** Lists every command, in the order of the help text. */
public final class Commands {

  private Commands() {}

  /** Returns a new instance of each command; picocli sets the fields. */
  public static List<CliCommand> all() {
    return List.of(
        new FetchCommand(),
        new RefreshCommand(),
        new ReportCommand(),
        new QueryCommand(),
        new DescribeCommand(),
        new ReapportionCommand(),
        new VerifyCommand(),
        new CompareCommand(),
        new ReleaseCommand(),
        new PruneCommand(),
        new StatCommand(),
        new StaysCommand(),
        new SubmitCommand(),
        new DatasetCommand(),
        new IndicatorCommand(),
        new ConfigCommand(),
        new SampleCommand(),
        new CompletionCommand());
  }
}
