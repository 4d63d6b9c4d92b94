package uk.footprints.site;

/**
 * What the template of an indicator prints.
 *
 * @param frame around it
 * @param chapter the words
 * @param about what the script has to know before it asks for data, as JSON
 */
public record IndicatorPage(PageFrame frame, IndicatorText chapter, String about) {}
