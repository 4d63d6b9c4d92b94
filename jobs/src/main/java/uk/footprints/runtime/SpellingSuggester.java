package uk.footprints.runtime;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import uk.footprints.text.EditDistance;

/** Suggests the known word that is nearest to a misspelt one. */
public final class SpellingSuggester {

  private SpellingSuggester() {}

  /** Returns the known word that needs the fewest changes, if that is at most half its letters. */
  public static Optional<String> to(String word, Collection<String> known) {
    String plain = plain(word);
    return known.stream()
        .filter(k -> EditDistance.between(plain, plain(k)) <= Math.max(1, Math.max(plain.length(), k.length()) / 2))
        .min(Comparator.comparingInt(k -> EditDistance.between(plain, plain(k))));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
  }
}
