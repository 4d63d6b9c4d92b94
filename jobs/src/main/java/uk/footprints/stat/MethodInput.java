package uk.footprints.stat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.footprints.runtime.SpellingSuggester;
import uk.footprints.statistics.ResultStatus;

/** Table and settings of one method; checks every cell as it is read. */
public final class MethodInput {

  /** What a number must be. */
  enum Must {
    /** Any number, or none. */
    BE_NUMBER,
    /** Any number, and given. */
    BE_ANY_GIVEN,
    /** 0 or more, or none. */
    NOT_BE_NEGATIVE,
    /** Above 0 and given. */
    BE_ABOVE_ZERO,
    /** Above 0, or none. */
    BE_ABOVE_ZERO_OR_MISSING,
    /** 0 or more and given. */
    BE_GIVEN
  }

  private final MethodGuide guide;
  private final InputTable table;
  private final MethodSettings set;
  private final TableProblems problems;
  private final List<String> groupNames;

  /**
   * Checks that the columns and settings are those of the method.
   *
   * @param guide the method's
   * @param table the analyst's
   * @param given the settings by name
   */
  MethodInput(MethodGuide guide, InputTable table, Map<String, String> given) {
    this.guide = guide;
    this.table = table;
    this.set = new MethodSettings(guide, table, given);
    this.problems = new TableProblems(table);
    guide.required().stream().filter(column -> !table.has(column)).forEach(this::missing);
    this.groupNames = groupNames(given.getOrDefault("group", ""));
    stopIfWrong();
  }

  /** Returns the settings from the command line, from columns, or by default. */
  MethodSettings set() {
    return set;
  }

  InputTable table() {
    return table;
  }

  TableProblems problems() {
    return problems;
  }

  List<String> groupColumns() {
    return groupNames;
  }

  /** Fails when the table as a whole is wrong, so that no row could have a result. */
  void stopIfWrong() {
    if (!problems.isEmpty()) {
      throw problems.asFailure("footprints stat %s --help".formatted(guide.name()));
    }
  }

  private void missing(String column) {
    String hint =
        SpellingSuggester.to(column, table.header())
            .map(near -> "; rename %s if it is that column".formatted(near)).orElse("");
    problems.header(
        column, "there is no such column, %s reads %s%s".formatted(
            guide.name(), String.join(", ", guide.required()), hint));
  }

  private List<String> groupNames(String named) {
    if (named.isBlank()) {
      return guide.groups().stream().filter(table::has).limit(1).toList();
    }
    List<String> names = Arrays.stream(named.split("[,;]")).map(String::strip).toList();
    for (String name : names) {
      if (!table.has(name)) {
        String hint =
            SpellingSuggester.to(name, table.header())
                .map(near -> "; write %s if you meant that".formatted(near))
                .orElse("");
        problems.header(name, "there is no such column to group by, the file has %s%s".formatted(
            String.join(", ", table.header()), hint));
      }
    }
    // A funnel of one area is meaningless: where the columns leave one row per group, the area identifies its row.
    boolean area = guide.groups().equals(MethodGuide.BY_SET) && names.contains("area");
    boolean alone = area && problems.isEmpty() && RowGroups.of(table, names).size() == table.rows();
    return alone ? names.stream().filter(name -> !name.equals("area")).toList() : names;
  }

  /** Returns the groups in the order in which they first appear. A parameter has one value in each of them. */
  List<RowGroup> groups() {
    List<RowGroup> groups = RowGroups.of(table, groupNames);
    List<String> read = guide.reads();
    for (MethodParameter parameter : guide.settings()) {
      set.column(parameter)
          .filter(column -> !read.contains(column))
          .ifPresent(column -> groups.forEach(group -> requireOne(group, column)));
    }
    return groups;
  }

  private void requireOne(RowGroup group, String column) {
    CellDictionary cells = table.column(column);
    int first = cells.code(group.first());
    group.stream().filter(row -> cells.code(row) != first).findFirst().ifPresent(row -> {
      problems.cell(
          row, column,
          "%s has '%s' and '%s' for this parameter; give a group one value, or set one for all with --set %s=VALUE"
              .formatted(group.label(), cells.get(group.first()), cells.get(row), column));
      group.stream().forEach(
          other -> problems.mark(other, column, "%s has several values for this parameter".formatted(group.label())));
    });
  }

  boolean has(String column) {
    return table.has(column);
  }

  /** A column of numbers; NaN where missing, suppressed or wrong. A wrong cell becomes a problem of its row. */
  double[] numbers(String column, Must must) {
    return numbers(column, must, IntStream.range(0, table.rows()).toArray());
  }

  /** A column of numbers of some rows; NaN in the others. */
  double[] numbers(String column, Must must, int[] rows) {
    CellDictionary cells = table.column(column);
    String[] words = cells.words();
    double[] parsed = new double[words.length];
    String[] wrong = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      double number = NumberParser.of(words[i]);
      wrong[i] = wrong(words[i], number, must);
      parsed[i] = wrong[i] == null ? number : Double.NaN;
    }
    double[] numbers = new double[cells.rows()];
    Arrays.fill(numbers, Double.NaN);
    for (int row : rows) {
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
    boolean given = must == Must.BE_ABOVE_ZERO || must == Must.BE_GIVEN || must == Must.BE_ANY_GIVEN;
    if (Double.isNaN(number)) {
      return given ? "the cell has no number; add it, the method needs it" : null;
    }
    if (above && number <= 0) {
      return "%s is not above 0; correct it, or leave out empty groups".formatted(cell);
    }
    boolean any = must == Must.BE_NUMBER || must == Must.BE_ANY_GIVEN;
    return number < 0 && !any ? "%s is below 0; a count is 0 or more".formatted(cell) : null;
  }

  /** Returns the numbers of an optional column: NaN in every row where the file does not have it. */
  double[] numbersIfThere(String column, Must must) {
    if (table.has(column)) {
      return numbers(column, must);
    }
    double[] none = new double[table.rows()];
    Arrays.fill(none, Double.NaN);
    return none;
  }

  /** Returns the text of a cell. */
  String cell(String column, int row) {
    return table.column(column).get(row);
  }

  /** Whether the publisher suppressed the number in a cell. */
  boolean withheld(String column, int row) {
    return NumberParser.isWithheld(cell(column, row));
  }

  /** Returns a caveat where counts of some rows are missing and count as 0; empty where none is. */
  static Optional<String> countedAsZero(int[] rows, double[] counts) {
    long missing = Arrays.stream(rows).filter(row -> Double.isNaN(counts[row])).count();
    return missing == 0
        ? Optional.empty()
        : Optional.of("counts that are missing and count as 0: %d".formatted(missing));
  }

  /** Returns the status of a row that lacks a number: withheld by the publisher, or missing. */
  RowStatus absent(String column, int row, String consequence) {
    return withheld(column, row)
        ? new RowStatus(ResultStatus.SUPPRESSED, "a number is withheld" + consequence)
        : new RowStatus(ResultStatus.MISSING, "a number is missing" + consequence);
  }

  /** Two rows with one key have no result: nothing shows which of them is right. */
  void requireDistinct(RowGroup group, String column) {
    CellDictionary cells = table.column(column);
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
    List<String> known = guide.columns().stream().map(InputColumn::name).toList();
    List<String> settingNames = guide.allSettings().flatMap(MethodParameter::names).toList();
    List<String> keys =
        table.header().stream()
            .filter(name -> !known.contains(name) && !settingNames.contains(name) && !guide.adds().contains(name))
            .toList();
    // A set has many rows; so has a case where the method takes a case for a set.
    List<String> names = guide.groups().equals(MethodGuide.BY_SET) ? List.of("area") : List.of("area", "case_id");
    List<String> named = names.stream().filter(keys::contains).limit(1).toList();
    if (named.isEmpty()) {
      return;
    }
    for (RowGroup group : RowGroups.of(table, keys)) {
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
        "%s appears a second time, first in row %d; keep one, or add the column that distinguishes them"
            .formatted(what, table.line(before)));
    problems.mark(before, column, "%s appears a second time, in row %d".formatted(what, table.line(row)));
  }
}
