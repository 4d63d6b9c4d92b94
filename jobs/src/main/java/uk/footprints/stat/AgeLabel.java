package uk.footprints.stat;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.footprints.period.PeriodText;

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
  private static final Pattern FROM = Pattern.compile("(?:>=|≥|from)\\s*0*(\\d{1,3})");
  private static final Pattern OVER = Pattern.compile("(?:>|over|above)\\s*0*(\\d{1,3})s?");
  private static final Pattern UNDER = Pattern.compile("(?:under|below|less than|<)[\\s-]*0*(\\d{1,3})s?");
  private static final Pattern UP_TO = Pattern.compile("(?:<=|≤|up to)\\s*0*(\\d{1,3})");
  /** What a spreadsheet makes of 5-9 and 10-14: 05-Sep or Oct-14. */
  private static final Pattern DATED = Pattern.compile("(\\d{1,2})-([a-z]{3})|([a-z]{3})-(\\d{1,2})");
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
    return age(FROM, text).map(age -> new AgeLabel(age, OLDEST))
        .or(() -> age(OVER, text).map(age -> new AgeLabel(age + 1, OLDEST)))
        .or(() -> age(UNDER, text).map(age -> new AgeLabel(0, age - 1)))
        .or(() -> age(UP_TO, text).map(age -> new AgeLabel(0, age)))
        .or(() -> age(SINGLE, text).map(age -> new AgeLabel(age, age)))
        .or(() -> dated(text));
  }

  private static Optional<Integer> age(Pattern pattern, String text) {
    Matcher age = pattern.matcher(text);
    return age.matches() ? Optional.of(Integer.parseInt(age.group(1))) : Optional.empty();
  }

  private static Optional<AgeLabel> dated(String text) {
    Matcher date = DATED.matcher(text);
    if (!date.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(date.group(1) == null ? date.group(4) : date.group(1));
    return PeriodText.findMonth(date.group(1) == null ? date.group(3) : date.group(2))
        .filter(PeriodText.MonthName::exact)
        .map(month -> new AgeLabel(Math.min(month.number(), number), Math.max(month.number(), number)));
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
