package uk.footprints.declaration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uk.footprints.format.TextDecoder;
import uk.footprints.layout.LayoutColumn;
import uk.footprints.layout.LayoutColumn.Role;

/** The columns of a layout, collected from its declaration; what cannot be is refused. */
final class LayoutColumns {

  private static final List<String> KINDS =
      List.of("role", "measure", "measures", "field", "ignored", "ignored_matching");

  private final Map<String, MeasureDeclaration> measures;
  private final List<LayoutColumn> read = new ArrayList<>();
  private final List<LayoutColumn> families = new ArrayList<>();
  private final List<LayoutColumn> ignored = new ArrayList<>();
  private final List<LayoutDeclaration.Neighbour> unheaded = new ArrayList<>();
  private final Map<Role, DeclarationNode> roles = new HashMap<>();
  private final Map<String, DeclarationNode> headings = new HashMap<>();
  private final Map<String, MeasureDeclaration> used = new LinkedHashMap<>();
  private final Set<String> familyIds = new LinkedHashSet<>();

  LayoutColumns(Map<String, MeasureDeclaration> measures) {
    this.measures = measures;
  }

  /**
   * Returns the declarations of the columns of a layout: those of the layout that it is like, with its own in place of
   * those of the same role or measure, and after them.
   *
   * @param layout the layout
   * @param all the layouts of the dataset
   * @param before the names of the layouts that are like this one
   */
  static List<DeclarationNode> of(DeclarationNode layout, List<DeclarationNode> all, List<String> before) {
    List<DeclarationNode> own = layout.items("columns");
    Optional<DeclarationNode> like = layout.find("like");
    if (like.isEmpty()) {
      return own;
    }
    String name = like.get().text();
    DeclarationNode other =
        all.stream().filter(l -> l.text("name", "").equals(name)).findFirst().orElseThrow(
            () -> like.get().wrong("there is no layout \"%s\"".formatted(name), "name a layout of this dataset"));
    if (before.contains(name) || layout.text("name", "").equals(name)) {
      throw like.get().wrong("the layout \"%s\" is like itself".formatted(name), "give one of them columns:");
    }
    List<String> names = new ArrayList<>(before);
    names.add(layout.text("name", ""));
    List<DeclarationNode> columns = new ArrayList<>(of(other, all, names));
    for (DeclarationNode column : own) {
      columns.removeIf(c -> replaces(column, c));
    }
    columns.addAll(own);
    return columns;
  }

  private static boolean replaces(DeclarationNode column, DeclarationNode other) {
    for (String key : List.of("role", "measure", "field")) {
      boolean same = column.isObject() && other.isObject() && !column.text(key, "").isEmpty()
          && column.text(key, "").equals(other.text(key, ""));
      if (same && !List.of("key", "sum").contains(column.text(key, ""))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the columns without a heading. */
  List<LayoutDeclaration.Neighbour> unheaded() {
    return List.copyOf(unheaded);
  }

  /** Returns the measures that they have. */
  List<MeasureDeclaration> measures() {
    return List.copyOf(used.values());
  }

  /** Returns the ids of measures with places for words. */
  List<String> families() {
    return List.copyOf(familyIds);
  }

  /** Returns whether a column has a role. */
  boolean hasRole(Role role) {
    return roles.containsKey(role);
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
    Role role = role(word);
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
        int offset = side.equals("right_of") ? 1 : -1;
        unheaded.add(new LayoutDeclaration.Neighbour(role, role(node.get(side)), offset));
        return;
      }
    }
    String name = role == Role.MEASURE ? "" : role == Role.SUM ? "sum of " + String.join(", ", node.texts("sum_of"))
        : role.name();
    put(node, role, name, node.texts("heading"), matching(node), node.texts("sum_of"));
  }

  private static Role role(DeclarationNode word) {
    return LayoutDeclaration.role(word.oneOf("role", List.of(DeclarationObject.Words.ROLES))).orElseThrow();
  }

  private void measure(DeclarationNode node, DeclarationNode id) {
    MeasureDeclaration measure = measures.get(id.text());
    if (measure == null && MeasureDeclaration.isFamily(id.text())
        && measures.keySet().stream().anyMatch(m -> MeasureDeclaration.completes(id.text(), m))) {
      familyIds.add(id.text());
      put(node, Role.MEASURE, id.text(), node.texts("heading"), matching(node), node.texts("sum_of"));
      return;
    }
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
      boolean again = node.isObject() && node.yes("again");
      DeclarationNode other = matching.isPresent() || again ? null : headings.putIfAbsent(key, node);
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
