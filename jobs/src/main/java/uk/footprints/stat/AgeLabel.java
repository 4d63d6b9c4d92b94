package uk.footprints.stat;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Range of ages that the label of an age band names.
 *
 * @param from the youngest
 * @param to the oldest; {@link #OLDEST} where there is no limit
 */
record AgeLabel(int from, int to) {

  /** Greater than any age. */
  static final int OLDEST = 200;

  private static final Pattern AROUND = Pattern.compile("^aged?\\s+|\\s*(?:years?|yrs?)(?: old)?$");
  private static final Pattern CLOSED = Pattern.compile("0*(\\d{1,3})\\s*(?:-|–|—|_|to)\\s*0*(\\d{1,3})");
  private static final Pattern OPEN =
      Pattern.compile("0*(\\d{1,3})\\s*(?:\\+|plus|(?:and|or|&) (?:over|above|older)|(?:years )?and over)");
  private static final Pattern UNDER = Pattern.compile("(?:under|below|less than|<)\\s*0*(\\d{1,3})");
  private static final Pattern SINGLE = Pattern.compile("0*(\\d{1,3})");
  private static final Pattern ALL =
      Pattern.compile("(?:all|total|everyone|all (?:persons|people)|persons|overall)(?: ages?)?(?: combined)?"
          + "|ages?,? all|allages|all[_-]ages?|0\\s*\\+|0 (?:plus|and over|or over)");

  /** Parses a label; empty where it names no ages. */
  static Optional<AgeLabel> find(String label) {
    String text = AROUND.matcher(plain(label)).replaceAll("");
    Matcher closed = CLOSED.matcher(text);
    if (closed.matches()) {
      return Optional.of(new AgeLabel(Integer.parseInt(closed.group(1)), Integer.parseInt(closed.group(2))));
    }
    Matcher open = OPEN.matcher(text);
    if (open.matches()) {
      return Optional.of(new AgeLabel(Integer.parseInt(open.group(1)), OLDEST));
    }
    Matcher under = UNDER.matcher(text);
    if (under.matches()) {
      return Optional.of(new AgeLabel(0, Integer.parseInt(under.group(1)) - 1));
    }
    Matcher single = SINGLE.matcher(text);
    return single.matches()
        ? Optional.of(new AgeLabel(Integer.parseInt(single.group(1)), Integer.parseInt(single.group(1))))
        : Optional.empty();
  }

  /** Whether a label names all ages together. */
  static boolean isAll(String label) {
    return ALL.matcher(plain(label)).matches();
  }

  /** Returns one text for all labels that name the same ages. */
  static String key(String label) {
    return isAll(label) ? "all ages" : find(label).map(AgeLabel::toString).orElseGet(() -> plain(label));
  }

  private static String plain(String label) {
    return label.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00a0]+", " ");
  }
}
