package uk.footprints.job.stat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import uk.footprints.run.Fixable;
import uk.footprints.run.Nearest;

/** A table and the settings of one method, with every cell checked as it is read. */
public final class Question {

  /** What a number must be. */
  enum Must {
    /** Any number, or none. */
    BE_NUMBER,
    /** 0 or more, or none. */
    NOT_BE_NEGATIVE,
    /** Above 0 and given. */
    BE_ABOVE_ZERO,
    /** Above 0, or none. */
    BE_ABOVE_ZERO_OR_MISSING,
    /** 0 or more and given. */
    BE_GIVEN
  }

  private final Guide guide;
  private final Table table;
  private final Map<String, String> settings;
  private final Problems problems;
  private final Map<String, Given> parameters = new HashMap<>();
  private final List<String> groupNames;

  /**
   * Checks that the columns and settings are those of the method.
   *
   * @param guide the method's
   * @param table the analyst's
   * @param given the settings by name
   */
  Question(Guide guide, Table table, Map<String, String> given) {
    this.guide = guide;
    this.table = table;
    this.settings = new HashMap<>(given);
    this.problems = new Problems(table);
    guide.required().stream().filter(column -> !table.has(column)).forEach(this::missing);
    this.groupNames = groupNames();
    stopIfWrong();
  }

  /** Refuses settings that the method does not know, with the nearest that it does. */
  static void requireKnown(Guide guide, Set<String> given) {
    Set<String> known = new TreeSet<>(guide.allSettings().flatMap(Setting::names).toList());
    for (String name : given) {
      if (!known.contains(name)) {
        throw Fixable.command(
            "%s has no setting %s; it knows %s.".formatted(guide.name(), name, String.join(", ", known)),
            Nearest.to(name, known)
                .map(near -> "did you mean --set %s=...?".formatted(near))
                .orElse("footprints stat %s --help".formatted(guide.name())));
      }
    }
  }

  Table table() {
    return table;
  }

  Problems problems() {
    return problems;
  }

  List<String> groupColumns() {
    return groupNames;
  }

  boolean parity() {
    return is("parity", "phe") || is("rule", "r_parity");
  }

  private boolean is(String name, String value) {
    return value.equalsIgnoreCase(settings.getOrDefault(name, ""));
  }

  /** Refuses to go on when the table as a whole is wrong: no row could have an answer. */
  void stopIfWrong() {
    if (!problems.isEmpty()) {
      throw problems.asFailure("footprints stat %s --help lists the columns".formatted(guide.name()));
    }
  }

  private void missing(String column) {
    String hint =
        Nearest.to(column, table.header()).map(near -> "; rename %s if that is it".formatted(near)).orElse("");
    problems.header(
        column, "there is no such column, %s reads %s%s".formatted(
            guide.name(), String.join(", ", guide.required()), hint));
  }

  private List<String> groupNames() {
    String named = settings.getOrDefault("group", "");
    if (named.isBlank()) {
      return guide.groups().stream().filter(table::has).limit(1).toList();
    }
    List<String> names = Arrays.stream(named.split("[,;]")).map(String::strip).toList();
    for (String name : names) {
      if (!table.has(name)) {
        String hint = Nearest.to(name, table.header()).map(near -> "; did you mean %s".formatted(near)).orElse("");
        problems.header(name, "there is no such column to group by, the file has %s%s".formatted(
            String.join(", ", table.header()), hint));
      }
    }
    // A funnel of one area says nothing: where the columns named leave one row a group, the area names its row.
    boolean area = guide.groups().equals(Guide.BY_SET) && names.contains("area");
    boolean alone = area && problems.isEmpty() && groups(names).size() == table.rows();
    return alone ? names.stream().filter(name -> !name.equals("area")).toList() : names;
  }

  /** The groups in the order in which they first appear. */
  List<Group> groups() {
    return groups(groupNames);
  }

  private List<Group> groups(List<String> names) {
    if (names.isEmpty()) {
      return List.of(new Group(List.of(), List.of(), IntStream.range(0, table.rows()).toArray()));
    }
    Cells[] keys = names.stream().map(table::column).toArray(Cells[]::new);
    int[] groupOf = new int[table.rows()];
    for (Cells key : keys) {
      combine(groupOf, key);
    }
    int[] sizes = new int[Arrays.stream(groupOf).max().orElse(-1) + 1];
    for (int group : groupOf) {
      sizes[group]++;
    }
    int[][] rows = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
    int[] filled = new int[sizes.length];
    for (int row = 0; row < groupOf.length; row++) {
      rows[groupOf[row]][filled[groupOf[row]]++] = row;
    }
    return Arrays.stream(rows)
        .map(of -> new Group(names, Arrays.stream(keys).map(key -> key.get(of[0])).toList(), of))
        .toList();
  }

  /** Splits groups by one more column; groups are numbered in order of appearance. */
  private static void combine(int[] groupOf, Cells key) {
    Map<Long, Integer> numbers = new HashMap<>();
    long before = -1;
    int number = -1;
    for (int row = 0; row < groupOf.length; row++) {
      long pair = (long) groupOf[row] << Integer.SIZE | key.code(row);
      // Rows of a group mostly follow one another.
      if (pair != before) {
        number = numbers.computeIfAbsent(pair, p -> numbers.size());
        before = pair;
      }
      groupOf[row] = number;
    }
  }

  boolean has(String column) {
    return table.has(column);
  }

  /** A column of numbers; NaN where missing, withheld or wrong. What is wrong becomes a problem of its row. */
  double[] numbers(String column, Must must) {
    Cells cells = table.column(column);
    String[] words = cells.words();
    double[] parsed = new double[words.length];
    String[] wrong = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      double number = Numbers.of(words[i]);
      wrong[i] = wrong(words[i], number, must);
      parsed[i] = wrong[i] == null ? number : Double.NaN;
    }
    double[] numbers = new double[cells.rows()];
    for (int row = 0; row < numbers.length; row++) {
      int code = cells.code(row);
      numbers[row] = parsed[code];
      if (wrong[code] != null) {
        problems.cell(row, column, wrong[code]);
      }
    }
    return numbers;
  }

  private static String wrong(String cell, double number, Must must) {
    if (Double.isInfinite(number)) {
      return "'%s' is not a number; write digits with a point for decimals, or nothing if it is not known"
          .formatted(cell);
    }
    boolean above = must == Must.BE_ABOVE_ZERO || must == Must.BE_ABOVE_ZERO_OR_MISSING;
    boolean given = must == Must.BE_ABOVE_ZERO || must == Must.BE_GIVEN;
    if (Double.isNaN(number)) {
      return given ? "the cell has no number; write it, the method cannot do without" : null;
    }
    if (above && number <= 0) {
      return "%s is not above 0; correct it, or leave out what has nobody in it".formatted(cell);
    }
    return number < 0 && must != Must.BE_NUMBER ? "%s is below 0; a count is 0 or more".formatted(cell) : null;
  }

  /** As {@link #numbers} for a column that need not be there: NaN in every row then. */
  double[] numbersIfThere(String column, Must must) {
    if (table.has(column)) {
      return numbers(column, must);
    }
    double[] none = new double[table.rows()];
    Arrays.fill(none, Double.NaN);
    return none;
  }

  /** A cell as it was written. */
  String cell(String column, int row) {
    return table.column(column).get(row);
  }

  /** Whether the publisher withheld the number in a cell. */
  boolean withheld(String column, int row) {
    return Numbers.isWithheld(cell(column, row));
  }

  /** Two rows with one key are a problem of the second. */
  void requireDistinct(Group group, String column) {
    Cells cells = table.column(column);
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (int row : group.rows()) {
      Integer before = seen.putIfAbsent(cells.get(row), row);
      if (before != null) {
        duplicate(row, before, column, "%s %s of %s".formatted(column, cells.get(row), group.label()));
      }
    }
  }

  /** In a table of areas, rows that agree in everything the method does not read are one area twice. */
  void requireDistinctRows() {
    List<String> known = guide.columns().stream().map(Column::name).toList();
    List<String> settingNames = guide.allSettings().flatMap(Setting::names).toList();
    List<String> keys =
        table.header().stream()
            .filter(name -> !known.contains(name) && !settingNames.contains(name) && !guide.adds().contains(name))
            .toList();
    List<String> named = Guide.BY_AREA.stream().filter(keys::contains).limit(1).toList();
    if (named.isEmpty()) {
      return;
    }
    for (Group group : groups(keys)) {
      for (int i = 1; i < group.rows().length; i++) {
        String column = named.get(0);
        int row = group.rows()[i];
        duplicate(row, group.first(), column, "%s %s".formatted(column, cell(column, row)));
      }
    }
  }

  private void duplicate(int row, int before, String column, String what) {
    problems.cell(
        row, column,
        "%s stands here a second time, first in row %d; keep one, or add the column that tells them apart"
            .formatted(what, table.line(before)));
  }

  /** A setting, or else the column of that name in a row, or else the usual value; empty where there is none. */
  String text(String name, int row) {
    Given given = given(name);
    return given.cells == null || Numbers.isMissing(given.cells.get(row)) ? given.text : given.cells.get(row);
  }

  /** Where a parameter comes from: the cells of its column, or a text for all rows. */
  private record Given(Cells cells, String text) {}

  private Given given(String name) {
    return parameters.computeIfAbsent(
        name,
        n -> {
          Setting setting = setting(n);
          Optional<String> set = setting.names().map(settings::get).filter(v -> v != null).findFirst();
          Optional<String> column = setting.names().filter(table::has).findFirst();
          return set.isPresent() || column.isEmpty()
              ? new Given(null, set.orElse(setting.usual()))
              : new Given(table.column(column.get()), setting.usual());
        });
  }

  private Setting setting(String name) {
    return guide.allSettings().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  /** A number that is set, or stands in the row, or is usual; NaN where there is none. */
  double number(String name, int row) {
    String text = text(name, row);
    if (text.isEmpty()) {
      return Double.NaN;
    }
    double number = Numbers.of(text);
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
                  Nearest.to(text, words).orElse(words.get(0)));
            });
  }

  /** A parameter that is wrong on the command line, or in a column of the file. */
  Fixable wrong(String name, int row, String what, String example) {
    Setting setting = setting(name);
    Optional<String> column = setting.names().filter(table::has).findFirst();
    String next = "--set %s=%s".formatted(name, example);
    if (column.isEmpty() || setting.names().anyMatch(settings::containsKey)) {
      return Fixable.command("%s: %s %s.".formatted(guide.name(), name, what), next);
    }
    return Fixable.data(
        "%s, row %d, column %s: %s.".formatted(table.file(), table.line(row), column.get(), what),
        "correct the cell, or " + next);
  }

  private String example(String name) {
    return setting(name).example();
  }
}
