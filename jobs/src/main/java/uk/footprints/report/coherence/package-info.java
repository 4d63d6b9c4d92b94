/** Measures how coherent areas are; each class answers one question from the {@link
 * uk.footprints.report.AreaContext}. */
package uk.footprints.report.coherence;
