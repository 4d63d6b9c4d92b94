package uk.footprints.pipeline.merge;

/**
 * Says that a sheet has figures of a measure for a period. These rows come before the figures of their measure, in every
 * partition that has some of them: whether a figure is missing depends on all organisations.
 *
 * @param partition the partition that it goes to
 * @param measure number of the measure
 * @param role number of the organisations' role
 * @param period number of the period
 * @param source number of the sheet
 * @param figures whether any organisation has a figure
 */
record FigurePeriod(int partition, int measure, int role, int period, int source, boolean figures)
    implements MergeRow {}
