package uk.footprints.cli.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import uk.footprints.runtime.SpellingSuggester;
import uk.footprints.runtime.UserException;

/** Reads options from a file and the environment, which overrides it; the command line overrides both. */
public final class ConfigurationSources {

  /** The file that is read by default, if it exists. */
  static final String FILE = "footprints.conf";

  private static final String CONFIG = "FOOTPRINTS_CONFIG";
  /** Variables of the launcher, the tests and the notebooks, which are no options. */
  private static final Set<String> OTHERS =
      Set.of(CONFIG, "FOOTPRINTS_JAVA_OPTS", "FOOTPRINTS_ARCHIVE", "FOOTPRINTS_SHARED", "FOOTPRINTS_STORE",
          "FOOTPRINTS_DRAWN");

  private final OptionKeys keys;
  private final Map<String, ConfiguredValue> byKey;

  private ConfigurationSources(OptionKeys keys, Map<String, ConfiguredValue> byKey) {
    this.keys = keys;
    this.byKey = byKey;
  }

  /**
   * Reads the file and the environment.
   *
   * @param keys the options that can be set
   * @param words the command line, which may name a file
   * @param environment the variables of the process
   * @param folder the working directory
   */
  public static ConfigurationSources read(OptionKeys keys, List<String> words, Map<String, String> environment, Path folder) {
    Map<String, ConfiguredValue> byKey = new TreeMap<>();
    Optional<String> named = named(words).or(() -> Optional.ofNullable(environment.get(CONFIG)));
    Path file = folder.resolve(named.orElse(FILE));
    if (Files.isRegularFile(file)) {
      fromFile(keys, file).forEach(s -> byKey.put(s.key(), s));
    } else if (named.isPresent()) {
      throw UserException.data("There is no configuration file " + named.get() + ".", "give an existing file with --config");
    }
    fromEnvironment(keys, environment).forEach(s -> byKey.put(s.key(), s));
    return new ConfigurationSources(keys, byKey);
  }

  private static Optional<String> named(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).startsWith("--config=")) {
        return Optional.of(words.get(i).substring("--config=".length()));
      }
      if (words.get(i).equals("--config") && i + 1 < words.size()) {
        return Optional.of(words.get(i + 1));
      }
    }
    return Optional.empty();
  }

  private static List<ConfiguredValue> fromFile(OptionKeys keys, Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw UserException.data("The configuration file " + file + " cannot be read as UTF-8.", "give another file with --config", e);
    }
    List<ConfiguredValue> all = new ArrayList<>();
    List<String> known = keys.all();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String place = "%s, line %d".formatted(file.getFileName(), i + 1);
      int equals = line.indexOf('=');
      if (equals < 0) {
        throw UserException.command(place + " is not of the form KEY = VALUE.", "refresh.to = store");
      }
      String key = line.substring(0, equals).strip();
      if (!known.contains(key)) {
        throw UserException.command(
            "There is no setting \"%s\" (%s).".formatted(key, place), near(key, known, "footprints config"));
      }
      all.add(new ConfiguredValue(key, line.substring(equals + 1).strip(), place));
    }
    return all;
  }

  private static List<ConfiguredValue> fromEnvironment(OptionKeys keys, Map<String, String> environment) {
    Map<String, String> byVariable =
        keys.all().stream().collect(Collectors.toMap(OptionKeys::variable, k -> k, (a, b) -> a, LinkedHashMap::new));
    List<ConfiguredValue> all = new ArrayList<>();
    new TreeMap<>(environment)
        .forEach(
            (variable, value) -> {
              if (!variable.startsWith("FOOTPRINTS_") || OTHERS.contains(variable)) {
                return;
              }
              String key = byVariable.get(variable);
              if (key == null) {
                throw UserException.command(
                    "There is no setting for the environment variable " + variable + ".",
                    near(variable, new ArrayList<>(byVariable.keySet()), "footprints config"));
              }
              all.add(new ConfiguredValue(key, value, "environment, " + variable));
            });
    return all;
  }

  private static String near(String word, List<String> known, String otherwise) {
    return SpellingSuggester.to(word, known).map(k -> "write " + k).orElse(otherwise);
  }

  /** Finds the value of a key. */
  public Optional<ConfiguredValue> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** Returns a command line with the configured options added that the line itself does not set. */
  public List<String> into(List<String> words) {
    if (words.isEmpty() || !keys.isCommand(words.get(0))) {
      return words;
    }
    String command = words.get(0);
    List<String> all = new ArrayList<>(List.of(command));
    for (ConfiguredValue s : byKey.values()) {
      if (s.command().equals(command) && !contains(words, keys.excludedBy(command, s.option()))) {
        all.addAll(asWords(s));
      }
    }
    all.addAll(words.subList(1, words.size()));
    return all;
  }

  private static boolean contains(List<String> words, List<String> options) {
    return words.stream().anyMatch(w -> options.contains(w.replaceFirst("(?s)=.*", "")));
  }

  private List<String> asWords(ConfiguredValue setting) {
    OptionSpec option = keys.find(setting.command(), setting.option()).orElseThrow();
    if (option.arity().max() > 0) {
      return option.splitRegex().isEmpty() && option.isMultiValue()
          ? Arrays.stream(setting.value().split(",")).map(v -> setting.option() + "=" + v.strip()).toList()
          : List.of(setting.option() + "=" + setting.value());
    }
    return switch (setting.value()) {
      case "true" -> List.of(setting.option());
      case "false" -> List.of();
      default -> throw UserException.command(
          "%s must be true or false, not \"%s\" (%s).".formatted(setting.key(), setting.value(), setting.origin()),
          setting.key() + " = true");
    };
  }
}
