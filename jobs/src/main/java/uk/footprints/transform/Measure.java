package uk.footprints.transform;

import uk.footprints.period.RollUp;

/**
 * The definition of a measure: its dataset declares it, and the table {@code measures} publishes it.
 *
 * @param id such as {@code ae.attendances.type_1}
 * @param quantity what is counted, in a few words
 * @param unit such as {@code attendances} or {@code average daily beds}
 * @param publishedAs the heading as published
 * @param definition one or two sentences
 * @param warning a caveat for users; may be empty
 * @param rollUp how figures of short periods become those of longer ones
 * @param limits its possible values
 */
public record Measure(
    String id, String quantity, String unit, String publishedAs, String definition, String warning, RollUp rollUp,
    ValueLimits limits) {

  /** Creates a measure that counts events, which add up over time and are never below zero. */
  public Measure(String id, String quantity, String unit, String publishedAs, String definition, String warning) {
    this(id, quantity, unit, publishedAs, definition, warning, RollUp.SUM, ValueLimits.COUNT);
  }

  /** Returns the same measure with another rule for longer periods. */
  public Measure rolledUpBy(RollUp rule) {
    return new Measure(id, quantity, unit, publishedAs, definition, warning, rule, limits);
  }

  /** Returns this measure with these possible values. */
  public Measure limitedBy(ValueLimits to) {
    return new Measure(id, quantity, unit, publishedAs, definition, warning, rollUp, to);
  }

  /** Returns this measure with values that may be below zero. */
  public Measure signed() {
    return limitedBy(limits.negative());
  }

  /** Returns this measure with a highest value. */
  public Measure upTo(double highest) {
    return limitedBy(limits.upTo(highest));
  }

  /** Returns this measure as a part of another, of which it never counts more. */
  public Measure partOf(String whole) {
    return limitedBy(limits.partOf(whole));
  }

  /** Returns this measure as what occupies places that another counts; a few may be occupied twice. */
  public Measure within(String places) {
    return limitedBy(limits.within(places));
  }
}
