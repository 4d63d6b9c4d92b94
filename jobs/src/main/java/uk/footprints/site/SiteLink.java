package uk.footprints.site;

/**
 * A link to another page.
 *
 * @param text what it says
 * @param path below the folder of the site
 */
public record SiteLink(String text, String path) {}
