package uk.footprints.declaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Words in which measures or columns differ that are otherwise alike, such as types of department.
 *
 * @param name as in {@code {sector}}, {@code {sector.heading}} and {@code {sector.meaning}}
 * @param words the words, in the order of the declaration
 */
public record WordList(String name, List<Word> words) {

  /**
   * A word of a list.
   *
   * @param id the word of ids
   * @param headings as published; the first is the one to show
   * @param meaning in words
   */
  public record Word(String id, List<String> headings, String meaning) {}

  static WordList read(DeclarationNode node) {
    node.as(DeclarationObject.LIST);
    DeclarationNode name = node.get("name");
    if (!name.text().matches("[a-z]+")) {
      throw name.wrong("\"%s\" is no name of a list".formatted(name.text()), "use small letters");
    }
    Map<String, Word> words = new LinkedHashMap<>();
    node.get("words")
        .values()
        .forEach(
            (published, value) -> {
              String[] parts = value.text().split(",", 2);
              String id = parts[0].strip();
              if (!id.matches("[a-z0-9_.]*")) {
                throw value.wrong(
                    "\"%s\" is no word of an id".formatted(id), "use small letters, digits, points and _");
              }
              List<String> headings = new ArrayList<>(words.containsKey(id) ? words.get(id).headings() : List.of());
              headings.add(published);
              String own = parts.length > 1 ? parts[1].strip() : "";
              String meaning = words.containsKey(id) ? words.get(id).meaning() : own;
              words.put(id, new Word(id, List.copyOf(headings), meaning));
            });
    return new WordList(name.text(), List.copyOf(words.values()));
  }

  /**
   * Returns an object once for each word of the lists that its key {@code each} names, or itself where it has none.
   *
   * @param node a measure or a column
   * @param lists the lists of the dataset, by name
   */
  static List<DeclarationNode> expand(DeclarationNode node, Map<String, WordList> lists) {
    List<DeclarationNode> all = List.of(node);
    for (DeclarationNode each : node.isObject() ? node.items("each") : List.<DeclarationNode>of()) {
      WordList list = lists.get(each.text());
      if (list == null) {
        throw each.wrong("lists: has no \"%s\"".formatted(each.text()), "add it under lists: with name and words");
      }
      List<DeclarationNode> more = new ArrayList<>();
      for (DeclarationNode before : all) {
        list.words.forEach(word -> more.add(before.with(list.name, word)));
      }
      all = more;
    }
    return all;
  }
}
