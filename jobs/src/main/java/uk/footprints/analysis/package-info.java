/**
 * From rows of published tables to answers and reports, in plain Java: {@code refresh} comes here with the rows that
 * Spark brought together, {@code report} with those that it read itself.
 */
package uk.footprints.analysis;
