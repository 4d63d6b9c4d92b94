package uk.footprints.pipeline.merge;

import uk.footprints.table.RowCells;

/**
 * A row of a table that a dataset fills itself.
 *
 * @param table number of the table
 * @param cells the values of the table's columns, without the day, status and hash of the publication
 * @param source number of the sheet that published it, which gives these
 */
record PublishedRow(int table, RowCells cells, int source) implements MergeRow {}
