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

/** Finds the command, runs it, explains a failure and chooses the exit code. */
@Command(
    name = "footprints",
    description = "NHS publications as clean Parquet, joined to the areas the NHS is planned by.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Versions.class,
    footer = {
      "",
      "Examples:",
      "  footprints refresh                                   the small sample, to see a complete run",
      "  footprints refresh --from FOLDER --to STORE          files you have downloaded",
      "  footprints fetch --to FOLDER                         the same files, from their publishers' pages",
      "  footprints query \"select * from indicators limit 5\" --at STORE",
      "  footprints describe --find delayed",
      "",
      "Exit codes: 0 done, or nothing new; 1 the command line is wrong; 2 the input or a location is wrong, and you",
      "can correct it; 3 a fault of Footprints; 4 needs attention: files were set aside or read in part, or the",
      "release waits for approval."
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
   * Runs one command and returns its exit code.
   *
   * @param console where output goes
   * @param words the command line
   */
  public static int run(Console console, String... words) {
    return run(console, Commands.all(), words);
  }

  /** Runs one of the given commands and returns its exit code. */
  public static int run(Console console, List<CliCommand> jobs, String... words) {
    // Figures and dates have the same format on every machine.
    Locale.setDefault(Locale.UK);
    CommandLine line = new CommandLine(new Main());
    for (CliCommand job : jobs) {
      job.setConsole(console);
      CommandLine command = new CommandLine(job);
      command.setStopAtPositional(job.takesAnotherCommand());
      line.addSubcommand(command);
    }
    boolean trace = Arrays.asList(words).contains("--trace");
    line.setOut(new java.io.PrintWriter(console.out(), true));
    line.setErr(new java.io.PrintWriter(console.err(), true));
    line.setUsageHelpWidth(110);
    line.setAbbreviatedOptionsAllowed(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((e, args) -> wrongCommand(console, e));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(console, e, trace));
    if (words.length == 0) {
      line.usage(line.getOut());
      return ExitCode.DONE;
    }
    try {
      return line.execute(withSettings(line, words));
    } catch (UserException e) {
      return failed(console, e, trace);
    } catch (ExceptionInInitializerError e) {
      // Classes read reference tables when they are loaded.
      if (e.getCause() instanceof UserException fixable) {
        return failed(console, fixable, trace);
      }
      return failed(console, e, trace);
    } catch (Error e) {
      // What Spark's classes assert, or a class that is not there, is our fault as an exception is.
      return failed(console, e, trace);
    }
  }

  /** Adds options from the configuration file and the environment; help is shown whatever they contain. */
  private static String[] withSettings(CommandLine line, String[] words) {
    List<String> given = Arrays.asList(words);
    if (given.stream().anyMatch(HELP::contains)) {
      return words;
    }
    ConfigurationSources settings =
        ConfigurationSources.read(new OptionKeys(line), given, System.getenv(), Path.of(""));
    return settings.into(given).toArray(String[]::new);
  }

  private static int wrongCommand(Console console, CommandLine.ParameterException e) {
    console.info("%s", e.getMessage());
    CommandLine command = e.getCommandLine();
    List<String> near =
        e instanceof CommandLine.UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    String name = command.getCommandSpec().qualifiedName();
    console.info(
        "  Try: %s", near.isEmpty() ? name + " --help" : "use " + String.join(" or ", near));
    return ExitCode.COMMAND;
  }

  private static int failed(Console console, Throwable e, boolean trace) {
    if (trace) {
      e.printStackTrace(console.err());
    }
    if (e instanceof UserException fixable) {
      console.info("%s", fixable.getMessage());
      console.info("  Try: %s", fixable.next());
      return fixable.exit();
    }
    if (e instanceof ReleaseRejectedException held) {
      console.info("Nothing was published: %s", held.getMessage());
      console.info("  Try: look at the findings above; what was published before has not changed.");
      return ExitCode.HELD;
    }
    console.info("This is a fault of Footprints, not yours: %s", e);
    console.info("  Try: run the same command with --trace, and report what it prints.");
    return ExitCode.BUG;
  }
}
