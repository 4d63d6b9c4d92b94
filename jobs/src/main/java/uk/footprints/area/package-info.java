/**
 * Geographies, memberships, successions and boundaries: which organisation is in which area, as it was and as it is
 * now. Plain Java on immutable tables; nothing in here starts Spark.
 */
package uk.footprints.area;
