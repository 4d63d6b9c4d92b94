package uk.footprints.declaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.footprints.format.TextDecoder;
import uk.footprints.table.Field;
import uk.footprints.table.Table;

/**
 * A table of a dataset as declared.
 *
 * @param table its columns, with those about the source
 * @param columns how the values of its own columns are found
 * @param repeats whether files repeat rows, of which the first is kept
 */
record TableDeclaration(Table table, List<DeclaredColumn> columns, boolean repeats) {

  /**
   * How the values of a column are found.
   *
   * @param field the column
   * @param from the place: a column of the sheet, its title, a period
   * @param column the column of the sheet
   * @param pattern what to find there; empty for the whole text
   * @param words words as published, in normalised form, and what they become
   * @param fixed the value of all rows; empty where they differ
   * @param signed whether a number may be below zero; one that may not is missing, with a finding
   */
  record DeclaredColumn(
      Field field, String from, String column, Optional<Pattern> pattern, Map<String, String> words, String fixed,
      boolean signed) {

    /** Returns the value that a text gives, as a text; null when it gives none. */
    String value(String text) {
      String found = text.strip();
      if (pattern.isPresent()) {
        found = PatternText.find(pattern.get(), text).orElse(null);
        if (found == null) {
          return null;
        }
      }
      String word = words.isEmpty() ? found : words.get(TextDecoder.key(found));
      return word == null || word.isEmpty() ? null : word;
    }
  }

  static TableDeclaration read(DeclarationNode node) {
    node.as(DeclarationObject.TABLE);
    List<DeclaredColumn> columns = new ArrayList<>();
    List<Field> fields = new ArrayList<>();
    List<String> keys = node.texts("key");
    for (DeclarationNode column : node.items("columns")) {
      columns.add(column(column, keys));
      fields.add(columns.get(columns.size() - 1).field());
    }
    for (DeclarationNode key : node.items("key")) {
      if (fields.stream().noneMatch(f -> f.name().equals(key.text()))) {
        throw key.wrong("the table has no column \"%s\"".formatted(key.text()), "add it under columns:");
      }
    }
    Table table =
        Table.published(node.get("name").text(), node.get("row").text(), keys, fields.toArray(Field[]::new));
    return new TableDeclaration(table, List.copyOf(columns), node.yes("repeats"));
  }

  private static DeclaredColumn column(DeclarationNode node, List<String> keys) {
    node.as(DeclarationObject.TABLE_COLUMN);
    String name = node.get("name").text();
    String type = node.get("type").oneOf("type", DeclarationObject.TABLE_COLUMN.words("type"));
    String meaning = node.get("meaning").text();
    boolean required = keys.contains(name) && !node.yes("optional");
    Field field =
        switch (type) {
          case "number" -> Field.number(name, meaning, node.text("unit", ""));
          case "whole" -> Field.whole(name, meaning, node.text("unit", ""));
          case "date" -> Field.date(name, meaning);
          default -> required ? Field.key(name, meaning) : Field.text(name, meaning);
        };
    Map<String, String> words = new LinkedHashMap<>();
    node.find("words").ifPresent(w -> w.values().forEach((k, v) -> words.put(TextDecoder.key(k), v.text())));
    Optional<DeclarationNode> from = node.find("from");
    boolean day = from.isPresent() && List.of("period_start", "period_end").contains(from.get().text());
    if (day && !type.equals("date")) {
      throw from.get().wrong("%s is a day and %s is of type %s".formatted(from.get().text(), name, type),
          "write type: date, or from: period_label");
    }
    return new DeclaredColumn(
        field,
        from.isEmpty() ? "column" : from.get().oneOf("source", DeclarationObject.TABLE_COLUMN.words("from")),
        node.text("column", name),
        node.find("pattern").map(DeclarationNode::pattern),
        words,
        node.text("fixed", ""),
        node.yes("signed"));
  }
}
