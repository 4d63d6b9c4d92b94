package uk.footprints.transform;

/**
 * What a figure is: declared by its dataset, published as the table {@code measures}.
 *
 * @param id such as {@code ae.attendances.type_1}
 * @param quantity what is counted, in a few words
 * @param unit such as {@code attendances} or {@code average daily beds}
 * @param publishedAs the heading as published
 * @param definition one or two sentences
 * @param warning what to mind when using it; may be empty
 */
public record Measure(
    String id, String quantity, String unit, String publishedAs, String definition, String warning) {}
