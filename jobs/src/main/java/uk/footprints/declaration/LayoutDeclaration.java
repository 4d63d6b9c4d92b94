package uk.footprints.declaration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import uk.footprints.format.Sheet;
import uk.footprints.format.TextDecoder;
import uk.footprints.layout.HeaderMatch;
import uk.footprints.layout.Layout;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.layout.LayoutColumn.Role;

/**
 * A layout as declared.
 *
 * @param layout its columns with headings
 * @param rows how its rows are read
 * @param unheaded columns without a heading, beside others
 * @param into the table that rows go into; empty for observations
 * @param measures the declared measures that it reads
 * @param sheets the names of its sheets; empty for any
 * @param place of the declaration
 */
record LayoutDeclaration(
    Layout layout,
    RowDeclaration rows,
    List<Neighbour> unheaded,
    String into,
    List<MeasureDeclaration> measures,
    List<String> sheets,
    DeclarationNode place) {

  /**
   * A column without a heading.
   *
   * @param role its role
   * @param beside the role of the column beside it
   * @param offset 1 to the right of it, -1 to the left
   */
  record Neighbour(Role role, Role beside, int offset) {}

  /** Rows at the top of a sheet that may be its title. */
  private static final int FIRST_ROWS = 20;

  private static final Map<String, Role> ROLES =
      Map.ofEntries(
          Map.entry("year", Role.YEAR),
          Map.entry("period", Role.PERIOD),
          Map.entry("date", Role.DATE),
          Map.entry("level", Role.LEVEL),
          Map.entry("org_code", Role.ORG_CODE),
          Map.entry("org_name", Role.ORG_NAME),
          Map.entry("parent_code", Role.PARENT),
          Map.entry("parent_name", Role.PARENT_NAME),
          Map.entry("key", Role.KEY),
          Map.entry("sum", Role.SUM),
          Map.entry("value", Role.MEASURE));

  private static final List<String> KINDS =
      List.of("role", "measure", "measures", "field", "ignored", "ignored_matching");

  /** Returns the role of a word; empty for a field. */
  static Optional<Role> role(String word) {
    return Optional.ofNullable(ROLES.get(word));
  }

  static LayoutDeclaration read(
      DeclarationNode node, Optional<DeclarationNode> rows, Map<String, MeasureDeclaration> measures,
      List<String> tables) {
    node.as(DeclarationObject.LAYOUT);
    Columns columns = new Columns(measures);
    node.items("columns").forEach(columns::add);
    int groups = node.number("group_rows", 0);
    columns.refuseUnmatchable(node, groups);
    Optional<DeclarationNode> into = node.find("into");
    if (into.isPresent() && !tables.contains(into.get().text())) {
      throw into.get().wrong(
          "the dataset has no table \"%s\"".formatted(into.get().text()), "declare it under tables:");
    }
    Layout layout =
        new Layout(
            node.get("name").text(),
            columns.sorted(),
            new Layout.Header(groups, node.yes("days_across"), node.yes("loosely") ? Layout.Form.LOOSE
                : Layout.Form.EXACT),
            sheets(node),
            sheetWords(node),
            node.yes("derived"),
            false);
    LayoutDeclaration declared =
        new LayoutDeclaration(
            layout, RowDeclaration.read(node, rows), List.copyOf(columns.unheaded), into.map(DeclarationNode::text).orElse(""),
            List.copyOf(columns.used.values()), node.texts("sheets"), node);
    declared.refuseIncomplete(columns);
    return declared;
  }

  private static Predicate<Sheet> sheets(DeclarationNode node) {
    List<String> names = node.texts("sheets").stream().map(TextDecoder::key).toList();
    Optional<Pattern> matching = node.find("sheets_matching").map(DeclarationNode::pattern);
    Optional<Pattern> with = node.find("title_matching").map(DeclarationNode::pattern);
    Optional<Pattern> without = node.find("title_without").map(DeclarationNode::pattern);
    return sheet -> {
      boolean named =
          sheet.name().isEmpty()
              || (names.isEmpty() || names.contains(TextDecoder.key(sheet.name())))
                  && matching.map(m -> m.matcher(sheet.name().strip()).matches()).orElse(true);
      return named && with.map(p -> hasTitle(sheet, p)).orElse(true) && !without.map(p -> hasTitle(sheet, p)).orElse(false);
    };
  }

  private static boolean hasTitle(Sheet sheet, Pattern pattern) {
    for (Sheet.Row row : sheet.rows().subList(0, Math.min(FIRST_ROWS, sheet.rows().size()))) {
      for (String cell : row.cells()) {
        if (!cell.isEmpty() && pattern.matcher(cell).find()) {
          return true;
        }
      }
    }
    return false;
  }

  private static String sheetWords(DeclarationNode node) {
    List<String> names = node.texts("sheets");
    return !names.isEmpty() ? "a sheet named " + names.get(0)
        : node.find("sheets_matching").map(m -> "a sheet whose name matches " + m.text()).orElse("any sheet");
  }

  /** Refuses rows that need a column that the layout lacks. */
  private void refuseIncomplete(Columns columns) {
    boolean dated = columns.roles.containsKey(Role.YEAR) || columns.roles.containsKey(Role.PERIOD)
        || columns.roles.containsKey(Role.DATE) || layout.header().dated();
    PeriodSource period = rows.period();
    if (period.inColumns() && period.from().size() == 1 && !dated) {
      throw place.wrong(
          "no column has the period, and rows: does not say where else it is",
          "add a column with role: period, or rows: with period: from: [title]");
    }
    boolean observations = into.isEmpty();
    boolean organisations =
        rows.organisations().stream().anyMatch(kind -> kind.read() && !kind.subject().fixed());
    boolean coded = columns.roles.containsKey(Role.ORG_CODE) || rows.codeInName().isPresent();
    if (observations && organisations && !coded) {
      throw place.wrong("no column has the code of the organisation", "add a column with role: org_code");
    }
    if (observations && rows.organisations().stream().noneMatch(OrganisationKind::read)) {
      throw place.wrong(
          "rows: does not say what rows are about", "add rows: with organisations: and is: provider, or another role");
    }
    if (observations && measures.isEmpty() && !columns.value) {
      throw place.wrong("the layout reads no measure", "add a column with measure:");
    }
    for (MeasureKey key : rows.keys()) {
      for (String heading : key.columns()) {
        if (layout.columns().stream().noneMatch(c -> c.keys().contains(TextDecoder.key(heading)))) {
          throw place.wrong(
              "keys: names the column \"%s\", which the layout lacks".formatted(heading),
              "add it as a column with role: key");
        }
      }
    }
  }

  /** Returns a match of this layout with the columns that have no heading. */
  HeaderMatch named(HeaderMatch match) {
    if (unheaded.isEmpty()) {
      return match;
    }
    List<LayoutColumn> columns = new ArrayList<>(match.columns());
    for (Neighbour column : unheaded) {
      int at = match.findColumn(column.beside()).orElse(-1) + column.offset();
      if (at >= 0 && at < columns.size() && columns.get(at) == null) {
        columns.set(at, LayoutColumn.of(column.role(), ""));
      }
    }
    return new HeaderMatch(
        match.layout(), match.sheet(), match.headerIndex(), columns, match.headings(), match.days(),
        match.missing(), match.unknown(), match.misspelt(), match.dateOrder());
  }

  /** Returns the place of a role or field in a match; -1 when the sheet lacks it. */
  static int place(HeaderMatch match, String word) {
    Optional<Role> role = role(word);
    return role.isPresent() && role.get() != Role.KEY ? match.findColumn(role.get()).orElse(-1) : match.place(word);
  }

  /** Collects the columns of a layout and refuses what cannot be. */
  private static final class Columns {

    private final Map<String, MeasureDeclaration> measures;
    private final List<LayoutColumn> read = new ArrayList<>();
    private final List<LayoutColumn> families = new ArrayList<>();
    private final List<LayoutColumn> ignored = new ArrayList<>();
    private final List<Neighbour> unheaded = new ArrayList<>();
    private final Map<Role, DeclarationNode> roles = new HashMap<>();
    private final Map<String, DeclarationNode> headings = new HashMap<>();
    private final Map<String, MeasureDeclaration> used = new LinkedHashMap<>();
    private boolean value;

    Columns(Map<String, MeasureDeclaration> measures) {
      this.measures = measures;
    }

    List<LayoutColumn> sorted() {
      List<LayoutColumn> all = new ArrayList<>(read);
      all.addAll(families);
      all.addAll(ignored);
      return List.copyOf(all);
    }

    void add(DeclarationNode node) {
      node.as(DeclarationObject.COLUMN);
      List<String> given = KINDS.stream().filter(kind -> node.find(kind).isPresent()).toList();
      if (given.size() != 1) {
        throw node.wrong(
            given.isEmpty() ? "the column does not say what it is"
                : "the column is both %s and %s".formatted(given.get(0), given.get(1)),
            "give it one of role, measure, measures, field, ignored or ignored_matching");
      }
      DeclarationNode what = node.get(given.get(0));
      switch (given.get(0)) {
        case "ignored" -> what.items().forEach(this::ignore);
        case "ignored_matching" ->
            ignored.add(
                column(Role.IGNORED, "", List.of(), Optional.of(what.pattern()), true, List.of()));
        case "measure" -> measure(node, what);
        case "measures" -> what.items().forEach(id -> measure(id, id));
        case "field" -> put(node, Role.FIELD, what.text(), node.texts("heading"), matching(node), node.texts("sum_of"));
        default -> role(node, what);
      }
    }

    private static Optional<Pattern> matching(DeclarationNode node) {
      return node.find("matching").map(DeclarationNode::pattern);
    }

    private void ignore(DeclarationNode heading) {
      ignored.add(LayoutColumn.ignored(heading.text()));
    }

    private void role(DeclarationNode node, DeclarationNode word) {
      Role role = ROLES.get(word.oneOf("role", List.of(DeclarationObject.Words.ROLES)));
      if (role != Role.KEY && role != Role.SUM) {
        DeclarationNode other = roles.putIfAbsent(role, word);
        if (other != null) {
          throw word.wrong(
              "two columns have the role %s, this one and that of line %d".formatted(word.text(), other.line()),
              "keep one of them, and declare the other as ignored: or field:");
        }
      }
      for (String side : List.of("right_of", "left_of")) {
        if (node.find(side).isPresent()) {
          String beside = node.get(side).oneOf("role", List.of(DeclarationObject.Words.ROLES));
          unheaded.add(new Neighbour(role, ROLES.get(beside), side.equals("right_of") ? 1 : -1));
          return;
        }
      }
      value |= role == Role.MEASURE;
      String name = role == Role.MEASURE ? "" : role == Role.SUM ? "sum of " + String.join(", ", node.texts("sum_of"))
          : role.name();
      put(node, role, name, node.texts("heading"), matching(node), node.texts("sum_of"));
    }

    private void measure(DeclarationNode node, DeclarationNode id) {
      MeasureDeclaration measure = measures.get(id.text());
      if (measure == null) {
        throw id.wrong(
            "measures: has no \"%s\"".formatted(id.text()), "add it under measures: with quantity, unit and definition");
      }
      used.put(measure.id(), measure);
      boolean own = node.isObject() && (node.find("heading").isPresent() || node.find("matching").isPresent());
      List<String> parts = node.isObject() && node.find("sum_of").isPresent() ? node.texts("sum_of") : measure.sumOf();
      put(
          node, Role.MEASURE, measure.id(), own ? node.texts("heading") : measure.headings(),
          own ? matching(node) : measure.matching(), parts);
    }

    private void put(
        DeclarationNode node, Role role, String name, List<String> published, Optional<Pattern> matching,
        List<String> parts) {
      if (published.isEmpty() && matching.isEmpty()) {
        throw node.wrong("the column has no heading", "add heading: as published, or matching: with a pattern");
      }
      boolean required = !(node.isObject() && node.yes("optional"));
      for (String heading : published) {
        String key = TextDecoder.key(heading);
        if (key.isEmpty()) {
          throw node.wrong("a heading is empty", "write the heading as published, or right_of: a role");
        }
        DeclarationNode other = matching.isPresent() ? null : headings.putIfAbsent(key, node);
        if (other != null && other != node) {
          throw node.wrong(
              "the heading \"%s\" is claimed twice, here and in line %d".formatted(heading, other.line()),
              "keep it in one column, or set group_rows and write the group before it: Group | Heading");
        }
      }
      boolean family =
          matching.isPresent() && role == Role.FIELD && matching.get().matcher("").groupCount() > 0;
      String full = family ? name + "|{1}|{2}" : name;
      (matching.isPresent() ? families : read).add(column(role, full, published, matching, required, parts));
    }

    private static LayoutColumn column(
        Role role, String name, List<String> headings, Optional<Pattern> matching, boolean required,
        List<String> parts) {
      List<String> shown = headings.isEmpty() ? List.of(matching.map(Pattern::pattern).orElse("")) : headings;
      List<String> keys = matching.isPresent() ? List.of() : headings.stream().map(TextDecoder::key).toList();
      return new LayoutColumn(
          role, name, shown, keys, required && role != Role.IGNORED, matching, List.copyOf(parts));
    }

    /** Refuses a layout whose header no file can have. */
    void refuseUnmatchable(DeclarationNode layout, int groups) {
      if (read.stream().noneMatch(LayoutColumn::required)) {
        throw layout.wrong(
            "no file can match the layout: no column that every file has is given by its heading",
            "add heading: to a column that is always there");
      }
      for (Map.Entry<String, DeclarationNode> heading : headings.entrySet()) {
        int bars = heading.getKey().split(" \\| ", -1).length - 1;
        if (bars > groups) {
          throw heading.getValue().wrong(
              "no file can match the layout: \"%s\" has a group, and group_rows is %d"
                  .formatted(heading.getKey(), groups),
              "set group_rows: " + bars + " in the layout, or write the heading without its group");
        }
      }
    }
  }

  /** Returns the words of the layout's name that a file can be named with. */
  String slug() {
    return LayoutColumn.word(layout.era().toLowerCase(Locale.ROOT));
  }
}
