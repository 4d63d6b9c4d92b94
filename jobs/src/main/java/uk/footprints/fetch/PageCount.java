package uk.footprints.fetch;

/**
 * What the pages of one dataset gave.
 *
 * @param dataset its id
 * @param pages pages that were read
 * @param links different links to tables on them
 * @param taken links that the dataset takes
 */
public record PageCount(String dataset, int pages, int links, int taken) {

  /** Links that the dataset leaves. */
  public int left() {
    return links - taken;
  }
}
