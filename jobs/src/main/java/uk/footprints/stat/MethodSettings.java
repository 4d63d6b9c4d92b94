package uk.footprints.stat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.footprints.runtime.SpellingSuggester;
import uk.footprints.runtime.UserException;

/** Settings of one method: from the command line, from a column of that name, or by default. */
final class MethodSettings {

  private final MethodGuide guide;
  private final InputTable table;
  private final Map<String, String> settings;
  private final Map<String, Given> parameters = new HashMap<>();

  /**
   * Creates settings that are not checked yet.
   *
   * @param guide the method's
   * @param table the analyst's
   * @param given the settings by name
   */
  MethodSettings(MethodGuide guide, InputTable table, Map<String, String> given) {
    this.guide = guide;
    this.table = table;
    this.settings = Map.copyOf(given);
  }

  /** Rejects unknown settings and suggests the nearest known one. */
  static void requireKnown(MethodGuide guide, Set<String> given) {
    Set<String> known = new TreeSet<>(guide.allSettings().flatMap(MethodParameter::names).toList());
    for (String name : given) {
      if (!known.contains(name)) {
        throw UserException.command(
            "%s has no setting %s; it knows %s.".formatted(guide.name(), name, String.join(", ", known)),
            SpellingSuggester.to(name, known)
                .map(near -> "--set %s=...".formatted(near))
                .orElse("footprints stat %s --help".formatted(guide.name())));
      }
    }
  }

  /** Whether to compute what a reference package computes, where the method differs. */
  boolean parity() {
    return is("parity", "phe") || is("rule", "r_parity");
  }

  private boolean is(String name, String value) {
    return value.equalsIgnoreCase(settings.getOrDefault(name, ""));
  }

  /** A setting, or else the column of that name in a row, or else the usual value; empty where there is none. */
  String text(String name, int row) {
    Given given = given(name);
    return given.cells == null || NumberParser.isMissing(given.cells.get(row)) ? given.text : given.cells.get(row);
  }

  /** Where a parameter comes from: the cells of its column, or a text for all rows. */
  private record Given(CellDictionary cells, String text) {}

  private Given given(String name) {
    return parameters.computeIfAbsent(
        name,
        n -> {
          MethodParameter setting = setting(n);
          Optional<String> set = setting.names().map(settings::get).filter(v -> v != null).findFirst();
          Optional<String> column = setting.names().filter(table::has).findFirst();
          return set.isPresent() || column.isEmpty()
              ? new Given(null, set.orElse(setting.usual()))
              : new Given(table.column(column.get()), setting.usual());
        });
  }

  /** Returns the column of the table that a parameter is read from; empty where there is none. */
  Optional<String> column(MethodParameter parameter) {
    boolean set = parameter.names().anyMatch(settings::containsKey);
    return set ? Optional.empty() : parameter.names().filter(table::has).findFirst();
  }

  private MethodParameter setting(String name) {
    return guide.allSettings().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  /** Returns a number from the setting, the row or the default; NaN where there is none. */
  double number(String name, int row) {
    String text = text(name, row);
    if (text.isEmpty()) {
      return Double.NaN;
    }
    double number = NumberParser.of(text);
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw wrong(name, row, "'%s' is not a number".formatted(text), example(name));
    }
    return number;
  }

  /** A number above 0, as a unit is. */
  double above(String name, int row) {
    double number = number(name, row);
    if (!(number > 0)) {
      throw wrong(name, row, "'%s' is not above 0".formatted(text(name, row)), example(name));
    }
    return number;
  }

  /** A whole number from {@code least}. */
  int whole(String name, int row, int least) {
    double number = number(name, row);
    if (number != Math.rint(number) || number < least) {
      String given = text(name, row).isEmpty() ? "nothing" : "'%s'".formatted(text(name, row));
      String what = "%s is given where a whole number from %d is needed".formatted(given, least);
      throw wrong(name, row, what, example(name));
    }
    return (int) number;
  }

  /** Yes or no. */
  boolean yes(String name, int row) {
    String text = text(name, row).toLowerCase(Locale.ROOT);
    if (Set.of("true", "yes", "1", "t", "y").contains(text)) {
      return true;
    }
    if (Set.of("false", "no", "0", "f", "n", "").contains(text)) {
      return false;
    }
    throw wrong(name, row, "'%s' is neither yes nor no".formatted(text), "yes");
  }

  /** One of the choices. */
  <E extends Enum<E>> E choice(String name, int row, Class<E> choices) {
    String text = text(name, row).strip().toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> choice.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> words =
                  Arrays.stream(choices.getEnumConstants()).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
              return wrong(
                  name, row, "'%s' is not one of %s".formatted(text(name, row), String.join(", ", words)),
                  SpellingSuggester.to(text, words).orElse(words.get(0)));
            });
  }

  /** A parameter that is wrong on the command line, or in a column of the file. */
  UserException wrong(String name, int row, String what, String example) {
    MethodParameter setting = setting(name);
    Optional<String> column = setting.names().filter(table::has).findFirst();
    String next = "--set %s=%s".formatted(name, example);
    if (column.isEmpty() || setting.names().anyMatch(settings::containsKey)) {
      return UserException.command("%s: %s %s.".formatted(guide.name(), name, what), next);
    }
    return UserException.data(
        "%s, row %d, column %s: %s.".formatted(table.file(), table.line(row), column.get(), what),
        "correct the cell, or " + next);
  }

  private String example(String name) {
    return setting(name).example();
  }
}
