package uk.footprints.site;

/**
 * What a page says of itself.
 *
 * @param release the release that it belongs to
 * @param made when, as a date and time in UTC
 * @param versions product, Spark and Java
 */
public record PageImprint(String release, String made, String versions) {}
