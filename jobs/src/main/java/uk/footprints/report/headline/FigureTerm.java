package uk.footprints.report.headline;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure that is added or subtracted, as a row of {@code headlines.csv} names it.
 *
 * @param sign 1 or -1
 * @param source where the figure is found
 * @param datasets the datasets of a measure, which are editions of one publication; the first that has a figure counts
 * @param name the measure, the indicator, the scope of costs, or the finding made of records
 * @param part the part of an indicator's value; the prices of a cost; empty otherwise
 * @param optional whether the figure counts only where it is published
 */
record FigureTerm(int sign, Source source, List<String> datasets, String name, String part, boolean optional) {

  /** The place of a figure. */
  enum Source {
    /** England's own row of a measure: {@code dataset|dataset/measure}. */
    MEASURE,
    /** An indicator's value, numerator or denominator: {@code indicator:id.numerator}. */
    INDICATOR,
    /** A cost in pounds, at prices of a year if one is named: {@code cost:scope@2016/17}. */
    COST,
    /** The episodes, attendances or bed days of a scope of costs: {@code activity:scope}. */
    ACTIVITY,
    /** Bed days within the trim point of a scope of costs: {@code bed_days:scope}. */
    BED_DAYS,
    /** A finding made of records: {@code stays:finding}. */
    STAYS,
    /** How many areas the row's geography has on the first day of a period: {@code count:areas}. */
    COUNT
  }

  private static final Pattern MEASURE = Pattern.compile("([a-z0-9_|]+)/([a-z0-9_.]+)");
  private static final Pattern INDICATOR =
      Pattern.compile("indicator:([a-z0-9_]+)\\.(value|numerator|denominator)");
  private static final Pattern COST = Pattern.compile("(cost|activity|bed_days):([a-z_]+)(?:@(\\d{4}/\\d\\d))?");
  private static final Pattern STAYS = Pattern.compile("stays:([a-z_]+)");

  /** Returns its name, with the datasets of a measure. */
  String label() {
    return datasets.isEmpty() ? name : "%s (%s)".formatted(name, String.join(" or ", datasets));
  }

  /**
   * Parses a term.
   *
   * @throws IllegalArgumentException if it is none of the forms; the message is the text
   */
  static FigureTerm of(int sign, String text) {
    boolean optional = text.endsWith("?");
    String plain = optional ? text.substring(0, text.length() - 1) : text;
    Matcher m = MEASURE.matcher(plain);
    if (m.matches()) {
      return new FigureTerm(sign, Source.MEASURE, List.of(m.group(1).split("\\|")), m.group(2), "", optional);
    }
    m = INDICATOR.matcher(plain);
    if (m.matches()) {
      return new FigureTerm(sign, Source.INDICATOR, List.of(), m.group(1), m.group(2), optional);
    }
    m = COST.matcher(plain);
    if (m.matches()) {
      Source source = Source.valueOf(m.group(1).toUpperCase(Locale.ROOT));
      return new FigureTerm(
          sign, source, List.of(), m.group(2), m.group(3) == null ? "" : m.group(3), optional);
    }
    m = STAYS.matcher(plain);
    if (m.matches()) {
      return new FigureTerm(sign, Source.STAYS, List.of(), m.group(1), "", optional);
    }
    if (plain.equals("count:areas")) {
      return new FigureTerm(sign, Source.COUNT, List.of(), "areas", "", optional);
    }
    throw new IllegalArgumentException(text);
  }
}
