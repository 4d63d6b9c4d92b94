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
 */
public record Measure(
    String id, String quantity, String unit, String publishedAs, String definition, String warning, RollUp rollUp) {

  /** Defines a measure of events, which add up over time. */
  public Measure(String id, String quantity, String unit, String publishedAs, String definition, String warning) {
    this(id, quantity, unit, publishedAs, definition, warning, RollUp.SUM);
  }

  /** Returns the same measure with another rule for longer periods. */
  public Measure rolledUpBy(RollUp rule) {
    return new Measure(id, quantity, unit, publishedAs, definition, warning, rule);
  }
}
