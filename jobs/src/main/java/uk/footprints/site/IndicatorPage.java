package uk.footprints.site;

/**
 * The values that the template of an indicator prints.
 *
 * @param frame the frame around it
 * @param chapter the texts
 * @param about what the script must know before it requests data, as JSON
 */
public record IndicatorPage(PageFrame frame, IndicatorText chapter, String about) {}
