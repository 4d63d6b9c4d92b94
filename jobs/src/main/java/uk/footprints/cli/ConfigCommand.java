package uk.footprints.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.footprints.cli.settings.ConfigurationSources;
import uk.footprints.cli.settings.ConfiguredValue;
import uk.footprints.cli.settings.OptionKeys;
import uk.footprints.runtime.ExitCode;
import uk.footprints.runtime.SecretRedactor;
import uk.footprints.runtime.UserException;
import uk.footprints.table.Column;
import uk.footprints.table.RecordTable;

/** Shows the values of options, and where each one is set. */
@Command(
    name = "config",
    description = "Show the values of all options, and where each one is set.",
    footer = {
      "",
      "An option is set in a file, in the environment or on the command line; the last of these takes precedence.",
      "  footprints.conf, or the file that --config or FOOTPRINTS_CONFIG names:   refresh.to = hdfs:///store",
      "  the environment:                                                         FOOTPRINTS_REFRESH_TO=store",
      "  the command line:                                                        footprints refresh --to store",
      "",
      "Examples:",
      "  footprints config                              all options",
      "  footprints config refresh --to elsewhere       the options of this command line"
    })
public final class ConfigCommand extends CliCommand {

  @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "A command line to show the options of.")
  private List<String> words = new ArrayList<>();

  /** A line of the list of settings. */
  private record SettingRow(
      @Column("Its key.") String setting,
      @Column("Its value.") String value,
      @Column("Where the value comes from.") String from) {}

  private static final RecordTable<SettingRow> SETTINGS =
      RecordTable.of("settings", "a setting", SettingRow.class, "setting");

  @Spec private CommandSpec spec;

  @Override
  public boolean takesAnotherCommand() {
    return true;
  }

  @Override
  public Integer call() {
    CommandLine program = spec.parent().commandLine();
    OptionKeys keys = new OptionKeys(program);
    List<String> given = spec.commandLine().getParseResult().originalArgs();
    ConfigurationSources settings = ConfigurationSources.read(keys, given, System.getenv(), Path.of(""));
    if (!words.isEmpty() && !keys.isCommand(words.get(0))) {
      throw UserException.command("There is no command \"" + words.get(0) + "\".", "footprints --help");
    }
    List<SettingRow> rows = new ArrayList<>();
    for (String key : keys.all()) {
      ConfiguredValue setting = new ConfiguredValue(key, "", "");
      if (words.isEmpty() || words.get(0).equals(setting.command())) {
        rows.add(row(keys, settings, setting));
      }
    }
    RowPrinter.table(SETTINGS.data(rows)).forEach(console()::print);
    return ExitCode.DONE;
  }

  private SettingRow row(OptionKeys keys, ConfigurationSources settings, ConfiguredValue setting) {
    Optional<String> option = onLine(setting.option());
    if (option.isPresent()) {
      return new SettingRow(setting.key(), SecretRedactor.shown(setting.key(), option.get()), "option");
    }
    List<String> exclusive = keys.excludedBy(setting.command(), setting.option());
    boolean another = exclusive.stream().anyMatch(o -> onLine(o).isPresent());
    Optional<ConfiguredValue> set = settings.find(setting.key()).filter(s -> !another);
    if (set.isPresent()) {
      return new SettingRow(setting.key(), SecretRedactor.shown(setting.key(), set.get().value()), set.get().origin());
    }
    String fallback = keys.find(setting.command(), setting.option()).map(o -> o.defaultValueString()).orElse("");
    return new SettingRow(setting.key(), Set.of("null", "[]", "{}").contains(fallback) ? "" : fallback, "default");
  }

  private Optional<String> onLine(String option) {
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i).startsWith(option + "=")) {
        return Optional.of(words.get(i).substring(option.length() + 1));
      }
      if (words.get(i).equals(option)) {
        boolean value = i + 1 < words.size() && !words.get(i + 1).startsWith("--");
        return Optional.of(value ? words.get(i + 1) : "true");
      }
    }
    return Optional.empty();
  }
}
