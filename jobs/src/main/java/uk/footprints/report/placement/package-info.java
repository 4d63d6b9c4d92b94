/** Whether everybody finds an area: by register and by map, as it was and as it is now. */
package uk.footprints.report.placement;
