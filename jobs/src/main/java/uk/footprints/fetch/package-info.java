/** Fetches what publishers link: politely, from their hosts only, and into a folder that a refresh can read. */
package uk.footprints.fetch;
