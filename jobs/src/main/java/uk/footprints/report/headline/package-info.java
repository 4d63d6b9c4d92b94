/** Numbers that were quoted about England, each a row of a reference table, and how these data answer them. */
package uk.footprints.report.headline;
