package uk.footprints.cli;

import java.util.List;

/** Every command, in the order in which help lists them. */
public final class Commands {

  private Commands() {}

  /** A fresh instance of each: picocli fills their fields. */
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
        new ConfigCommand(),
        new SampleCommand(),
        new CompletionCommand());
  }
}
