package uk.footprints.fetch;

/**
 * What is done with one address of a list.
 *
 * @param entry the address as written
 * @param link the address as it is asked; null when it is none
 * @param dataset the dataset that takes it; empty when it is left
 * @param reason one sentence
 * @param wrong whether it is no address that may be asked, so that somebody should look at it
 */
public record LinkDecision(AddressList.Entry entry, PageLink link, String dataset, String reason, boolean wrong) {

  /** Whether a dataset takes it. */
  public boolean taken() {
    return !dataset.isEmpty();
  }
}
