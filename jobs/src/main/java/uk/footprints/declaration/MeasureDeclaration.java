package uk.footprints.declaration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.footprints.period.RollUp;
import uk.footprints.transform.Measure;
import uk.footprints.transform.ValueLimits;

/**
 * A measure as declared. Its id may have {@code {1}} for the word of the first key.
 *
 * @param id the id
 * @param quantity what is counted
 * @param unit its unit
 * @param headings as published
 * @param matching what headings match; empty when they are given
 * @param rollUp how areas are added up: sum, average or none
 * @param overTime how figures of short periods become those of longer ones
 * @param definition one or two sentences
 * @param caveat what users must know; may be empty
 * @param sumOf measures of the row that it adds up
 * @param limits its possible values
 * @param place of the declaration
 */
record MeasureDeclaration(
    String id,
    String quantity,
    String unit,
    List<String> headings,
    Optional<Pattern> matching,
    String rollUp,
    RollUp overTime,
    String definition,
    String caveat,
    List<String> sumOf,
    ValueLimits limits,
    DeclarationNode place) {

  static MeasureDeclaration read(DeclarationNode node) {
    node.as(DeclarationObject.MEASURE);
    DeclarationNode id = node.get("id");
    if (!id.text().matches("[a-z0-9_.]*(\\{[1-9]\\}[a-z0-9_.]*)*") || id.text().isEmpty()) {
      throw id.wrong("\"%s\" is no id of a measure".formatted(id.text()), "use small letters, digits, points and _");
    }
    for (String key : List.of("quantity", "unit", "definition")) {
      if (node.get(key).text().isBlank()) {
        throw node.get(key).wrong("%s of %s is empty".formatted(key, id.text()), "write it in words");
      }
    }
    Optional<DeclarationNode> rollUp = node.find("roll_up");
    return new MeasureDeclaration(
        id.text(),
        node.get("quantity").text(),
        node.get("unit").text(),
        node.texts("heading"),
        node.find("matching").map(DeclarationNode::pattern),
        rollUp.isEmpty() ? "sum" : rollUp.get().oneOf("roll-up", DeclarationObject.MEASURE.words("roll_up")),
        node.find("over_time").map(over -> over.oneOf("rule", DeclarationObject.MEASURE.words("over_time")))
            .map(word -> RollUp.valueOf(word.toUpperCase(Locale.ROOT))).orElse(RollUp.SUM),
        node.get("definition").text(),
        node.text("caveat", ""),
        node.texts("sum_of"),
        limits(node),
        id);
  }

  private static ValueLimits limits(DeclarationNode node) {
    if (node.find("part_of").isPresent() && node.find("within").isPresent()) {
      throw node.wrong("a measure is both part_of and within another", "keep one of them");
    }
    ValueLimits limits = ValueLimits.COUNT;
    limits = node.yes("signed") ? limits.negative() : limits;
    limits = node.find("highest").isPresent() ? limits.upTo(node.number("highest", 0)) : limits;
    limits = node.find("part_of").isPresent() ? limits.partOf(node.get("part_of").text()) : limits;
    return node.find("within").isPresent() ? limits.within(node.get("within").text()) : limits;
  }

  /** Returns whether this is the id of all measures of a family: it has places for words. */
  static boolean isFamily(String id) {
    return id.matches(".*\\{[1-9]\\}.*");
  }

  /** Returns whether an id is that of a family with words in its places. */
  static boolean completes(String family, String id) {
    return id.matches("\\Q" + family.replaceAll("\\{[1-9]\\}", "\\\\E[a-z0-9_.]+\\\\Q") + "\\E");
  }

  /** Returns whether the figures of areas can be added up. */
  boolean adds() {
    return rollUp.equals("sum");
  }

  /** Returns the measure as it is declared. */
  Measure single() {
    return of(List.of(), List.of());
  }

  /** Returns the measure for the words of keys; its texts have the meanings of the words. */
  Measure of(List<MeasureKey.Word> words, List<MeasureKey> keys) {
    String full = MeasureKey.complete(id, words.stream().map(MeasureKey.Word::id).toList(), keys);
    String published = headings.isEmpty() ? matching.map(Pattern::pattern).orElse("") : headings.get(0);
    for (MeasureKey.Word word : words) {
      published = word.published().isEmpty() || word.id().isEmpty() ? published : published + " | " + word.published();
    }
    String note = adds() ? caveat : (caveat + " Areas cannot be added up.").strip();
    return new Measure(full, filled(quantity, words), unit, published.isBlank() ? full : published,
        filled(definition, words), note).rolledUpBy(overTime)
        .limitedBy(limits);
  }

  private static String filled(String text, List<MeasureKey.Word> words) {
    String all = text;
    StringBuilder more = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      String place = "{" + (i + 1) + "}";
      if (all.contains(place)) {
        all = all.replace(place, words.get(i).meaning());
      } else if (!words.get(i).meaning().isEmpty() && !words.get(i).id().isEmpty()) {
        more.append(", ").append(words.get(i).meaning());
      }
    }
    boolean sentence = all.endsWith(".");
    return more.isEmpty() ? all : (sentence ? all.substring(0, all.length() - 1) : all) + more + (sentence ? "." : "");
  }
}
