/**
 * Builds pages that open from disk: published tables become a model, and the model fills a template.
 * Nothing here touches Spark, the network or the clock.
 */
package uk.footprints.site;
