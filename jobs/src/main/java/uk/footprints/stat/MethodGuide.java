package uk.footprints.stat;

import java.util.List;
import java.util.stream.Stream;

/**
 * Description of a method for its help text and for checking its input.
 *
 * @param name the word after {@code stat}
 * @param summary one line
 * @param shape whether the result has one row per input row or rows of its own
 * @param groups the columns that make a group without {@code --set group=}: the first that the file has
 * @param columns what it reads
 * @param settings its parameters
 * @param adds the columns of the result, in order
 */
public record MethodGuide(
    String name,
    String summary,
    Shape shape,
    List<String> groups,
    List<InputColumn> columns,
    List<MethodParameter> settings,
    List<String> adds) {

  /** One group is one area, or one series: the result is about the group. */
  static final List<String> BY_AREA = List.of("area", "set", "case_id", "series");

  /** One group is a set of areas that are compared with one another. */
  static final List<String> BY_SET = List.of("set", "case_id");

  /** One group is one series. */
  static final List<String> BY_SERIES = List.of("area", "set", "case_id", "series");

  private static final List<MethodParameter> COMMON =
      List.of(
          MethodParameter.of("group", "columns that make a group, separated by commas", "", "region,year"),
          MethodParameter.of("parity", "phe: the result of PHEindicatormethods where this one differs", "", "phe"),
          MethodParameter.of("rule", "r_parity: the result of the R package where this one differs", "", "r_parity"));

  /** Layout of the result. */
  public enum Shape {
    /** The input's columns, then the results, in input order. */
    ROW_BY_ROW,
    /** The group's columns, then the results. */
    BY_GROUP
  }

  /** Its own parameters, then those that every method knows. */
  Stream<MethodParameter> allSettings() {
    List<String> own = settings.stream().map(MethodParameter::name).toList();
    return Stream.concat(settings.stream(), COMMON.stream().filter(common -> !own.contains(common.name())));
  }

  /** The names of the columns it reads. */
  public List<String> reads() {
    return columns.stream().map(InputColumn::name).toList();
  }

  /** The names of the columns it cannot do without. */
  List<String> required() {
    return columns.stream().filter(InputColumn::required).map(InputColumn::name).toList();
  }

  /** The help of {@code footprints stat METHOD --help}. */
  public List<String> lines() {
    Stream<String> reads =
        columns.stream()
            .map(c -> line(c.name(), c.meaning() + (c.required() ? "" : " (optional)"), "e.g. " + c.example()));
    Stream<String> sets =
        allSettings()
            .map(s -> line(s.name(), s.meaning() + usual(s), "e.g. %s=%s".formatted(s.name(), s.example())));
    String layout =
        shape == Shape.ROW_BY_ROW
            ? "the input's columns, and for each row:"
            : "the group's columns, and for each group:";
    return Stream.of(
            Stream.of(name + ": " + summary + ".", "", "Columns of FILE.csv:"),
            reads,
            Stream.of("", "Parameters, with --set name=value (or a column of that name):"),
            sets,
            Stream.of(
                "",
                "A group is made by --set group, else by %s, where present.".formatted(String.join(", else ", groups)),
                "",
                "Answer: " + layout,
                "  " + String.join(", ", adds),
                "",
                "Example:",
                "  footprints stat %s --in FILE.csv%s".formatted(name, example())))
        .flatMap(s -> s)
        .toList();
  }

  private String example() {
    return settings.isEmpty() ? "" : " --set %s=%s".formatted(settings.get(0).name(), settings.get(0).example());
  }

  private static String usual(MethodParameter setting) {
    return setting.usual().isEmpty() ? "" : " (%s)".formatted(setting.usual());
  }

  private static String line(String name, String meaning, String example) {
    return "  %-16s %s; %s".formatted(name, meaning, example);
  }
}
