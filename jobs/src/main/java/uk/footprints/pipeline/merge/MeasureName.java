package uk.footprints.pipeline.merge;

import java.io.Serializable;

/**
 * A measure of a dataset, by their ids.
 *
 * @param dataset the dataset
 * @param measure the measure
 */
record MeasureName(String dataset, String measure) implements Serializable, Comparable<MeasureName> {

  @Override
  public int compareTo(MeasureName other) {
    int byDataset = dataset.compareTo(other.dataset);
    return byDataset == 0 ? measure.compareTo(other.measure) : byDataset;
  }
}
