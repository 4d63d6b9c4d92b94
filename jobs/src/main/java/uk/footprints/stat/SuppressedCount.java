package uk.footprints.stat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.footprints.runtime.UserException;
import uk.footprints.statistics.Bounds;

/** Range of a count that the publisher suppressed. */
final class SuppressedCount {

  private static final Pattern RANGE = Pattern.compile("(\\d+)\\s*(?:-|to|\\.\\.)\\s*(\\d+)");

  private SuppressedCount() {}

  /** The bounds of {@code --set suppressed=1-7}. */
  static Bounds bounds(MethodInput question, int row) {
    String text = question.set().text("suppressed", row);
    Matcher range = RANGE.matcher(text.strip());
    if (!range.matches()) {
      throw UserException.command("suppressed=%s is not a range.".formatted(text), "--set suppressed=1-7");
    }
    Bounds bounds = new Bounds(Double.parseDouble(range.group(1)), Double.parseDouble(range.group(2)));
    if (bounds.low() > bounds.high()) {
      throw UserException.command("suppressed=%s starts above its end.".formatted(text), "--set suppressed=1-7");
    }
    return bounds;
  }
}
