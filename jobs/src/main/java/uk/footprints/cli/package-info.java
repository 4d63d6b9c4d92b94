/** The commands of the command line. */
package uk.footprints.cli;
