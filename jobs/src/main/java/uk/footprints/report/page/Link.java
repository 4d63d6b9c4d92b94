package uk.footprints.report.page;

/**
 * A link to another page.
 *
 * @param text what it says
 * @param path below the folder of the site
 */
public record Link(String text, String path) {}
