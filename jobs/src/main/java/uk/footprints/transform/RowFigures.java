package uk.footprints.transform;

import java.util.BitSet;

/**
 * The figures of a row for one period.
 *
 * @param values by measure; null where a cell was rejected
 * @param impossible measures whose published value was impossible and is missing here
 */
record RowFigures(CellValue[] values, BitSet impossible) {}
