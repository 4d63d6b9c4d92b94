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
  /** What was reported where something is missing: the least that a count can be. */
  AT_LEAST(false),
  /** The growth over the months that both years have, in per cent. */
  GROWTH_OF_MONTHS(true),
  /** The part of a change that more and older people explain, in per cent. */
  SHARE_BY_PEOPLE(true),
  /** The highest value of an area that can be compared. */
  HIGHEST(false),
  /** The lowest value of an area that can be compared. */
  LOWEST(false),
  /** The number of areas that can be compared and are beyond a level. */
  AREAS(false),
  /** The number of periods in a row, up to the window, that are beyond a level. */
  PERIODS(false),
  /** The same number where something is missing: periods that are beyond a level whatever it was. */
  PERIODS_AT_LEAST(false),
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

  /** Returns whether its number is a bound and not an estimate. */
  boolean bound() {
    return this == LEAST_SHARE || this == AT_LEAST || this == PERIODS_AT_LEAST;
  }

  /** Returns whether it compares with a level. */
  boolean level() {
    return this == AREAS || this == PERIODS || this == PERIODS_AT_LEAST;
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
