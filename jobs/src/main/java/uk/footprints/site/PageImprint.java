package uk.footprints.site;

/**
 * The release, date and versions that a page shows.
 *
 * @param release the release that it belongs to
 * @param made when it was made, as a date and time in UTC
 * @param versions product, Spark and Java
 */
public record PageImprint(String release, String made, String versions) {}
