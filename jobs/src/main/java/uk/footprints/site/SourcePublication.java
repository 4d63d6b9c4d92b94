package uk.footprints.site;

/**
 * A publication as a page or a workbook cites it.
 *
 * @param dataset its id
 * @param title its name
 * @param publisher who publishes it
 * @param licence under which terms
 */
public record SourcePublication(String dataset, String title, String publisher, String licence) {}
