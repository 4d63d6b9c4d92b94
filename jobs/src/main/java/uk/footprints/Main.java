package uk.footprints;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;
import picocli.CommandLine;
import uk.footprints.cli.CliCommand;
import uk.footprints.cli.Commands;
import uk.footprints.cli.settings.ConfigurationSources;
import uk.footprints.cli.settings.OptionKeys;
import uk.footprints.runtime.Console;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.ReleaseRejectedException;
import uk.footprints.runtime.UserException;
import uk.footprints.spark.Versions;

/** Finds the job, runs it, explains a failure and chooses the exit code. */
@Command(
    name = "footprints",
    description = "NHS publications as clean Parquet, joined to the areas the NHS is planned by.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Versions.class,
    footer = {
      "",
      "Examples:",
      "  footprints refresh                                   the small sample, to see the whole walk",
      "  footprints refresh --from FOLDER --to STORE          files you have downloaded",
      "  footprints fetch --to FOLDER                         the same files, from their publishers' pages",
      "  footprints query \"select * from indicators limit 5\" --at STORE",
      "  footprints describe --find delayed",
      "",
      "Exit codes: 0 done, or nothing new; 1 the command is wrong; 2 the data or a place is wrong and you can mend it;",
      "3 our fault; 4 something was held, and the run says which."
    })
public final class Main {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      showDefaultValue = Visibility.NEVER,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = "--config",
      scope = CommandLine.ScopeType.INHERIT,
      paramLabel = "FILE",
      showDefaultValue = Visibility.NEVER,
      description = "Options from this file. Default: footprints.conf in this folder, if there is one.")
  private String config;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      showDefaultValue = Visibility.NEVER,
      description = "Show the versions of Footprints, Spark and Java.")
  private boolean version;

  private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

  /** Runs one command. */
  public static void main(String[] words) {
    ProcessExit.leave(run(Console.system(), words));
  }

  /**
   * Runs one command and gives its exit code.
   *
   * @param terminal where it speaks
   * @param words the command line
   */
  public static int run(Console terminal, String... words) {
    return run(terminal, Commands.all(), words);
  }

  /** The same with these jobs only. */
  public static int run(Console terminal, List<CliCommand> jobs, String... words) {
    // Figures and dates read the same wherever it runs.
    Locale.setDefault(Locale.UK);
    CommandLine line = new CommandLine(new Main());
    for (CliCommand job : jobs) {
      job.setConsole(terminal);
      CommandLine command = new CommandLine(job);
      command.setStopAtPositional(job.takesAnotherCommand());
      line.addSubcommand(command);
    }
    boolean trace = Arrays.asList(words).contains("--trace");
    line.setOut(new java.io.PrintWriter(terminal.out(), true));
    line.setErr(new java.io.PrintWriter(terminal.err(), true));
    line.setUsageHelpWidth(110);
    line.setAbbreviatedOptionsAllowed(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((e, args) -> wrongCommand(terminal, e));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(terminal, e, trace));
    if (words.length == 0) {
      line.usage(line.getOut());
      return ExitCode.DONE;
    }
    try {
      return line.execute(withSettings(line, words));
    } catch (UserException e) {
      return failed(terminal, e, trace);
    } catch (ExceptionInInitializerError e) {
      // A table that a class reads when it is loaded.
      if (e.getCause() instanceof UserException fixable) {
        return failed(terminal, fixable, trace);
      }
      throw e;
    }
  }

  /** The command line with what a file and the environment say beside it; help comes whatever they say. */
  private static String[] withSettings(CommandLine line, String[] words) {
    List<String> given = Arrays.asList(words);
    if (given.stream().anyMatch(HELP::contains)) {
      return words;
    }
    ConfigurationSources settings = ConfigurationSources.read(new OptionKeys(line), given, System.getenv(), Path.of(""));
    return settings.into(given).toArray(String[]::new);
  }

  private static int wrongCommand(Console terminal, CommandLine.ParameterException e) {
    terminal.say("%s", e.getMessage());
    CommandLine command = e.getCommandLine();
    List<String> near =
        e instanceof CommandLine.UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    String name = command.getCommandSpec().qualifiedName();
    terminal.say(
        "  Try: %s", near.isEmpty() ? name + " --help" : "did you mean " + String.join(" or ", near) + "?");
    return ExitCode.COMMAND;
  }

  private static int failed(Console terminal, Exception e, boolean trace) {
    if (trace) {
      e.printStackTrace(terminal.err());
    }
    if (e instanceof UserException fixable) {
      terminal.say("%s", fixable.getMessage());
      terminal.say("  Try: %s", fixable.next());
      return fixable.exit();
    }
    if (e instanceof ReleaseRejectedException held) {
      terminal.say("The release was held: %s", held.getMessage());
      terminal.say("  Try: look at the findings above; what was published before has not changed.");
      return ExitCode.HELD;
    }
    terminal.say("This is a fault of Footprints, not yours: %s", e);
    terminal.say("  Try: the same command with --trace, and report what it prints.");
    return ExitCode.BUG;
  }
}
