package uk.footprints.transform;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The meanings of marks in cells without a number: the shorthand of the Government Statistical Service ({@code [c]},
 * {@code [x]}), its older symbols ({@code ..}) and the words of NHS publications ({@code <5}, {@code n/a}).
 */
final class NotationMarks {

  private static final Map<String, CellStatus> MEANINGS =
      Map.ofEntries(
          // A number exists and is withheld, because it is small, identifies somebody or is unreliable.
          Map.entry("*", CellStatus.SUPPRESSED),
          Map.entry("**", CellStatus.SUPPRESSED),
          Map.entry("***", CellStatus.SUPPRESSED),
          Map.entry("~", CellStatus.SUPPRESSED),
          Map.entry("c", CellStatus.SUPPRESSED),
          Map.entry("[c]", CellStatus.SUPPRESSED),
          Map.entry("[u]", CellStatus.SUPPRESSED),
          Map.entry("low", CellStatus.SUPPRESSED),
          Map.entry("[low]", CellStatus.SUPPRESSED),
          Map.entry("s", CellStatus.SUPPRESSED),
          Map.entry("suppressed", CellStatus.SUPPRESSED),
          Map.entry("[suppressed]", CellStatus.SUPPRESSED),
          Map.entry("redacted", CellStatus.SUPPRESSED),
          Map.entry("[redacted]", CellStatus.SUPPRESSED),
          Map.entry("confidential", CellStatus.SUPPRESSED),
          // There is nothing to count.
          Map.entry("-", CellStatus.NOT_APPLICABLE),
          Map.entry("–", CellStatus.NOT_APPLICABLE),
          Map.entry("—", CellStatus.NOT_APPLICABLE),
          Map.entry(".", CellStatus.NOT_APPLICABLE),
          Map.entry(":", CellStatus.NOT_APPLICABLE),
          Map.entry("z", CellStatus.NOT_APPLICABLE),
          Map.entry("[z]", CellStatus.NOT_APPLICABLE),
          Map.entry("n/a", CellStatus.NOT_APPLICABLE),
          Map.entry("[n/a]", CellStatus.NOT_APPLICABLE),
          Map.entry("n.a.", CellStatus.NOT_APPLICABLE),
          Map.entry("not applicable", CellStatus.NOT_APPLICABLE),
          // A number may exist, and was not published.
          Map.entry("..", CellStatus.MISSING),
          Map.entry("...", CellStatus.MISSING),
          Map.entry("…", CellStatus.MISSING),
          Map.entry("[..]", CellStatus.MISSING),
          Map.entry("x", CellStatus.MISSING),
          Map.entry("[x]", CellStatus.MISSING),
          Map.entry("[w]", CellStatus.MISSING),
          Map.entry("[er]", CellStatus.MISSING),
          Map.entry("na", CellStatus.MISSING),
          Map.entry("null", CellStatus.MISSING),
          Map.entry("#n/a", CellStatus.MISSING),
          Map.entry("not available", CellStatus.MISSING),
          Map.entry("[not available]", CellStatus.MISSING),
          Map.entry("unavailable", CellStatus.MISSING),
          Map.entry("not known", CellStatus.MISSING),
          Map.entry("unknown", CellStatus.MISSING),
          Map.entry("no data", CellStatus.MISSING),
          Map.entry("no return", CellStatus.MISSING),
          Map.entry("not submitted", CellStatus.MISSING),
          Map.entry("did not submit", CellStatus.MISSING));

  /** {@code <5}, {@code ≤ 7}, {@code fewer than 10}, {@code 5 or fewer}: a small count that is not given. */
  private static final Pattern BELOW =
      Pattern.compile("(?:<=?|≤|fewer than|less than|under) ?\\d{1,3}|\\d{1,3} or (?:fewer|less|under)");
  /** {@code 1-7}, {@code 1 to 4}: a small count between two others. */
  private static final Pattern BETWEEN = Pattern.compile("[01] ?(?:-|–|to) ?\\d{1,2}");

  private NotationMarks() {}

  /**
   * Returns the meaning of a mark; empty for anything else.
   *
   * @param text without white space at its ends
   */
  static Optional<CellStatus> find(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String mark = lower.startsWith("[") && lower.endsWith("]") ? lower.replace(" ", "") : lower;
    CellStatus status = MEANINGS.getOrDefault(mark, MEANINGS.get(lower));
    if (status == null && (BELOW.matcher(lower).matches() || BETWEEN.matcher(lower).matches())) {
      status = CellStatus.SUPPRESSED;
    }
    return Optional.ofNullable(status);
  }
}
