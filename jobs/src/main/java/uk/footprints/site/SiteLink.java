package uk.footprints.site;

/**
 * A link to another page.
 *
 * @param text the words of the link
 * @param path below the folder of the site
 */
public record SiteLink(String text, String path) {}
