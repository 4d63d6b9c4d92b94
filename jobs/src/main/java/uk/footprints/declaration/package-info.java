/** Datasets declared in YAML files: the declaration, its checks, and the dataset that it gives. */
package uk.footprints.declaration;
