package uk.footprints.declaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.footprints.format.TextDecoder;

/**
 * A part of a measure's id that rows or files give, such as an age band.
 *
 * @param columns headings of the columns whose texts, joined by bars, are the word; empty where {@code from} says
 * @param from the places, when no column has the word
 * @param pattern what to find there, with the word in its first group
 * @param words by published text in normalised form
 * @param merged whether an empty cell has the word of the row above
 * @param placed whether ids without a place for the word do without it
 * @param leave why rows with other words are not read; empty when they are rejected
 */
record MeasureKey(
    List<String> columns, List<String> from, Optional<Pattern> pattern, Map<String, Word> words, boolean merged,
    boolean placed, String leave) {

  /**
   * A word of an id.
   *
   * @param published the text as published
   * @param id the word; empty when the id needs none
   * @param meaning in words
   */
  record Word(String published, String id, String meaning) {}

  static MeasureKey read(DeclarationNode node) {
    node.as(DeclarationObject.KEY);
    Map<String, Word> words = new LinkedHashMap<>();
    node.get("words")
        .values()
        .forEach(
            (published, value) -> {
              String[] parts = value.text().split(",", 2);
              Word word = new Word(published, parts[0].strip(), parts.length > 1 ? parts[1].strip() : "");
              if (!word.id().matches("[a-z0-9_.]*")) {
                throw value.wrong(
                    "\"%s\" is no word of an id".formatted(word.id()), "use small letters, digits, points and _");
              }
              words.put(TextDecoder.key(published), word);
            });
    List<String> from = new ArrayList<>();
    for (DeclarationNode source : node.items("from")) {
      from.add(source.oneOf("source", DeclarationObject.KEY.words("from")));
    }
    List<String> columns = node.texts("columns");
    if (columns.isEmpty() == from.isEmpty()) {
      throw node.wrong("a key has columns or from", "keep one of them");
    }
    return new MeasureKey(
        columns, from, node.find("pattern").map(DeclarationNode::pattern), words, node.yes("merged"),
        node.yes("placed"), node.text("leave", ""));
  }

  /** Finds the word of a text. */
  Optional<Word> find(String text) {
    String published = text;
    if (pattern.isPresent()) {
      Optional<String> found = PatternText.find(pattern.get(), text);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      published = found.get();
    }
    return Optional.ofNullable(words.get(TextDecoder.key(published)));
  }

  /**
   * Completes the id of a measure: {@code {2}} becomes the second word; words without a place follow after points.
   *
   * @param id of the measure; empty when the words are the id
   * @param words one for each key
   * @param keys the keys
   */
  static String complete(String id, List<String> words, List<MeasureKey> keys) {
    String all = id;
    for (int i = 0; i < words.size(); i++) {
      String place = "{" + (i + 1) + "}";
      if (all.contains(place)) {
        all = all.replace(place, words.get(i));
      } else if (!keys.get(i).placed() && !words.get(i).isEmpty()) {
        all = all.isEmpty() ? words.get(i) : all + "." + words.get(i);
      }
    }
    return all;
  }
}
