/**
 * Computes indicators and reports from rows of published tables, in plain Java: {@code refresh} passes rows that Spark
 * collected, {@code report} passes rows that it read itself.
 */
package uk.footprints.analysis;
