package uk.footprints.pipeline.merge;

import java.io.Serializable;

/**
 * A row on its way to its table. Spark sorts the rows of a release by their keys ({@link MergeRowOrder}); texts that
 * many rows share are numbers of a {@link RowDictionary}.
 */
sealed interface MergeRow extends Serializable permits FigurePeriod, FigureRow, PublishedRow {}
