/**
 * Builds pages that open from disk: published tables become a model, the model fills a template, and the result is bytes.
 * Nothing here touches Spark, the network or the clock.
 */
package uk.footprints.site;
