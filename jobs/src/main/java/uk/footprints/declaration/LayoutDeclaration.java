package uk.footprints.declaration;

import java.util.ArrayList;
import java.util.Arrays;
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
 * @param families ids of measures with places for words, which rows or headings have
 * @param sheets the names of its sheets; empty for any
 * @param place of the declaration
 */
record LayoutDeclaration(
    Layout layout,
    RowDeclaration rows,
    List<Neighbour> unheaded,
    String into,
    List<MeasureDeclaration> measures,
    List<String> families,
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

  /** Returns the role of a word; empty for a field. */
  static Optional<Role> role(String word) {
    return Optional.ofNullable(ROLES.get(word));
  }

  static LayoutDeclaration read(
      DeclarationNode node, List<DeclarationNode> columnNodes, Optional<DeclarationNode> rows,
      Map<String, MeasureDeclaration> measures, List<String> tables) {
    node.as(DeclarationObject.LAYOUT);
    LayoutColumns columns = new LayoutColumns(measures);
    columnNodes.forEach(columns::add);
    int groups = node.number("group_rows", 0);
    columns.refuseUnmatchable(node, groups);
    refuseContradictions(node);
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
            new Layout.SheetCondition(sheetsByName(node), sheetsByTitle(node), sheetWords(node)),
            node.yes("derived"),
            node.yes("always"));
    LayoutDeclaration declared =
        new LayoutDeclaration(
            layout, RowDeclaration.read(node, rows), columns.unheaded(), into.map(DeclarationNode::text).orElse(""),
            columns.measures(), columns.families(), node.texts("sheets"), node);
    declared.refuseIncomplete(columns);
    return declared;
  }

  /** Refuses a layout whose sheets and titles no file can have. */
  private static void refuseContradictions(DeclarationNode node) {
    Optional<DeclarationNode> with = node.find("title_matching");
    Optional<DeclarationNode> without = node.find("title_without");
    if (with.isPresent() && without.isPresent()
        && without.get().pattern().matcher(PatternExample.of(with.get().pattern(), null)).find()) {
      throw without.get().wrong(
          "no file can match the layout: title_without excludes the titles of title_matching",
          "correct one of them, or leave it out");
    }
    List<String> names = node.texts("sheets");
    Optional<DeclarationNode> matching = node.find("sheets_matching");
    if (matching.isPresent() && !names.isEmpty()
        && names.stream().noneMatch(name -> matching.get().pattern().matcher(name.strip()).matches())) {
      throw matching.get().wrong(
          "no file can match the layout: none of the names under sheets: is matched by \"%s\""
              .formatted(matching.get().text()),
          "keep one of the two keys");
    }
  }

  private static Predicate<Sheet> sheetsByName(DeclarationNode node) {
    List<String> names = node.texts("sheets").stream().map(TextDecoder::key).toList();
    Optional<Pattern> matching = node.find("sheets_matching").map(DeclarationNode::pattern);
    boolean text = !node.yes("workbook");
    return sheet ->
        sheet.name().isEmpty()
            ? text
            : (names.isEmpty() || names.contains(TextDecoder.key(sheet.name())))
                && matching.map(m -> m.matcher(sheet.name().strip()).matches()).orElse(true);
  }

  private static Predicate<Sheet> sheetsByTitle(DeclarationNode node) {
    Optional<Pattern> with = node.find("title_matching").map(DeclarationNode::pattern);
    Optional<Pattern> without = node.find("title_without").map(DeclarationNode::pattern);
    return sheet -> with.map(p -> hasTitle(sheet, p)).orElse(true)
        && !without.map(p -> hasTitle(sheet, p)).orElse(false);
  }

  private static boolean hasTitle(Sheet sheet, Pattern pattern) {
    for (Sheet.Row row : sheet.rows().subList(0, Math.min(FIRST_ROWS, sheet.rows().size()))) {
      List<String> cells = Arrays.stream(row.cells()).map(String::strip).filter(cell -> !cell.isEmpty()).toList();
      if (cells.stream().anyMatch(cell -> pattern.matcher(cell).find())
          || pattern.matcher(String.join(" ", cells)).find()) {
        return true;
      }
    }
    return false;
  }

  private static String sheetWords(DeclarationNode node) {
    List<String> names = node.texts("sheets");
    String named = !names.isEmpty() ? "a sheet named " + names.get(0)
        : node.find("sheets_matching").map(m -> "a sheet whose name matches " + m.text()).orElse("any sheet");
    return named
        + node.find("title_matching").map(m -> ", with \"" + m.text() + "\" in its title").orElse("")
        + node.find("title_without").map(m -> ", without \"" + m.text() + "\" in its title").orElse("");
  }

  /** Refuses rows that need a column that the layout lacks. */
  private void refuseIncomplete(LayoutColumns columns) {
    boolean dated = columns.hasRole(Role.YEAR) || columns.hasRole(Role.PERIOD)
        || columns.hasRole(Role.DATE) || layout.header().dated();
    PeriodSource period = rows.period();
    if (period.inColumns() && period.from().size() == 1 && !dated) {
      throw place.wrong(
          "no column has the period, and rows: does not say where else it is",
          "add a column with role: period, or rows: with period: from: [title]");
    }
    boolean observations = into.isEmpty();
    boolean organisations =
        rows.organisations().stream().anyMatch(kind -> kind.read() && !kind.subject().fixed());
    boolean coded = columns.hasRole(Role.ORG_CODE) || rows.codeInName().isPresent();
    if (observations && organisations && !coded) {
      throw place.wrong("no column has the code of the organisation", "add a column with role: org_code");
    }
    if (observations && rows.organisations().stream().noneMatch(OrganisationKind::read)) {
      throw place.wrong(
          "rows: does not say what rows are about", "add rows: with organisations: and is: provider, or another role");
    }
    if (observations && measures.isEmpty() && families.isEmpty() && !columns.hasRole(Role.MEASURE)) {
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

  /** Returns the words of the layout's name that a file can be named with. */
  String slug() {
    return LayoutColumn.word(layout.era().toLowerCase(Locale.ROOT));
  }
}
