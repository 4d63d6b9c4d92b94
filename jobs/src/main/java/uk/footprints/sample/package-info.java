/**
 * Made-up data in the layouts of the real publications, so that everything runs offline: another publication is a class
 * that implements {@link PublicationSample} and a line in {@link PublicationSamples}.
 */
package uk.footprints.sample;
