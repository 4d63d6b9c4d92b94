package uk.footprints.pipeline.merge;

import java.io.Serializable;

/**
 * Two files that have rows of one key in a table.
 *
 * @param table the table
 * @param older hash of the file whose rows are left out
 * @param newer hash of the file whose rows are current; the same as the older where two of its sheets have the rows
 */
public record RowOverlap(String table, String older, String newer) implements Serializable {}
