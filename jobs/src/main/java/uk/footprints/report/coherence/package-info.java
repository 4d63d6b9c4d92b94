/** Where areas are drawn against the grain: a file a question, each a pure function of the {@link
 * uk.footprints.report.AreaContext}. */
package uk.footprints.report.coherence;
