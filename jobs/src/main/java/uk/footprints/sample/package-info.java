/**
 * Made-up data in the layouts of the real publications, so that everything runs offline: another publication is a class
 * that implements {@link uk.footprints.sample.Publication} and a line in {@link uk.footprints.sample.Publications}.
 */
package uk.footprints.sample;
