package uk.footprints.fetch;

/**
 * Counts of pages and links of one dataset.
 *
 * @param dataset id of the dataset
 * @param pages number of pages read
 * @param links number of distinct links to tables on them
 * @param taken number of links that the dataset accepts
 */
public record PageCount(String dataset, int pages, int links, int taken) {

  /** Returns the number of links that the dataset does not accept. */
  public int left() {
    return links - taken;
  }
}
