package uk.footprints.report.headline;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The methods by which a number is computed from figures; each row of {@code headlines.csv} names one. */
public enum NumberMethod {
  /** The figure of a window, over another one where the row names it. */
  VALUE(false),
  /** The figure of the second window less that of the first. */
  CHANGE(true),
  /** The change over the first, in per cent. */
  GROWTH(true),
  /** The change of a part over the change of the whole, in per cent; only where the whole grew by 2% or more. */
  GROWTH_SHARE(true),
  /** The change of a part over the first figure of the whole, in percentage points. */
  GROWTH_POINTS(true),
  /** The smallest share that the figure can have beside another one that is known as an upper bound, in per cent. */
  LEAST_SHARE(false),
  /** The highest value of an area that can be compared. */
  HIGHEST(false),
  /** The lowest value of an area that can be compared. */
  LOWEST(false),
  /** The number of areas that can be compared and are beyond a level. */
  AREAS(false),
  /** The number of periods in a row, up to the window, that are beyond a level. */
  PERIODS(false),
  /** A finding made of records of episodes. */
  RECORDS(true),
  /** None: the row says what is missing. */
  NONE(false);

  private final boolean pair;

  NumberMethod(boolean pair) {
    this.pair = pair;
  }

  /** Returns whether it compares two windows. */
  boolean pair() {
    return pair;
  }

  /** Returns its name in the table. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the names of all methods. */
  static Set<String> ids() {
    return Stream.of(values()).map(NumberMethod::id).collect(Collectors.toSet());
  }
}
