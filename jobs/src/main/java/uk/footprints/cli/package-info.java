/** The command {@code fetch}, put together. */
package uk.footprints.cli;
