/** Checks whether all organisations are assigned to areas, by register and by map, as was and as now. */
package uk.footprints.report.placement;
