/** Comparison of words. */
package uk.footprints.text;
