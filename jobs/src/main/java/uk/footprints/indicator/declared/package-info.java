/** Indicators that YAML files declare: the files of the program, and an analyst's own. */
package uk.footprints.indicator.declared;
