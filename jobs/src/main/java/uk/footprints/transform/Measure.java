package uk.footprints.transform;

/**
 * The definition of a measure: its dataset declares it, and the table {@code measures} publishes it.
 *
 * @param id such as {@code ae.attendances.type_1}
 * @param quantity what is counted, in a few words
 * @param unit such as {@code attendances} or {@code average daily beds}
 * @param publishedAs the heading as published
 * @param definition one or two sentences
 * @param warning a caveat for users; may be empty
 */
public record Measure(
    String id, String quantity, String unit, String publishedAs, String definition, String warning) {}
