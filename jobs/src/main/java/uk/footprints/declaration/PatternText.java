package uk.footprints.declaration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a pattern of a declaration finds in a text. */
final class PatternText {

  private PatternText() {}

  /** Returns the first group that is in the text, or the whole match of a pattern without groups. */
  static Optional<String> find(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.group(group) != null) {
        return Optional.of(found.group(group));
      }
    }
    return Optional.of(found.group());
  }
}
