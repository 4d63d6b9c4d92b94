/** Downloads the files that publishers link, from their hosts only, into a folder that a refresh can read. */
package uk.footprints.fetch;
