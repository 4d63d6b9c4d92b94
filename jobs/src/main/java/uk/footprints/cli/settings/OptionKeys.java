package uk.footprints.cli.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine;

/** Lists the options that can be set outside the command line: every option of every command. */
public final class OptionKeys {

  private static final Set<String> NOT_SET = Set.of("--help", "--version", "--trace", "--config");

  private final Map<String, CommandSpec> commands = new TreeMap<>();

  /** Creates the keys of a program's commands. */
  public OptionKeys(CommandLine program) {
    program.getSubcommands().forEach((name, line) -> commands.put(name, line.getCommandSpec()));
  }

  /** Returns whether there is a command of that name. */
  public boolean isCommand(String name) {
    return commands.containsKey(name);
  }

  /** Returns every key, such as {@code refresh.to}. */
  public List<String> all() {
    List<String> keys = new ArrayList<>();
    commands.forEach((name, spec) -> spec.options().forEach(o -> written(o).ifPresent(l -> keys.add(name + "." + l))));
    return keys;
  }

  private static Optional<String> written(OptionSpec option) {
    String longest = option.longestName();
    boolean settable = longest.startsWith("--") && !NOT_SET.contains(longest);
    return settable ? Optional.of(longest.substring(2)) : Optional.empty();
  }

  /** Finds an option of a command. */
  public Optional<OptionSpec> find(String command, String option) {
    return Optional.ofNullable(commands.get(command)).map(spec -> spec.findOption(option));
  }

  /** Returns the names of the option and of those that exclude it. */
  public List<String> excludedBy(String command, String option) {
    for (ArgGroupSpec group : commands.get(command).argGroups()) {
      if (group.exclusive() && group.options().stream().anyMatch(o -> List.of(o.names()).contains(option))) {
        return group.options().stream().flatMap(o -> List.of(o.names()).stream()).toList();
      }
    }
    return find(command, option).map(o -> List.of(o.names())).orElse(List.of());
  }

  /** Returns the environment variable of a key: {@code refresh.as-of} is {@code FOOTPRINTS_REFRESH_AS_OF}. */
  static String variable(String key) {
    return "FOOTPRINTS_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
