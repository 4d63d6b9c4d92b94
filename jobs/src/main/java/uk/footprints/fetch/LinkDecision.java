package uk.footprints.fetch;

/**
 * Decision about one address of a list.
 *
 * @param entry the address as written
 * @param link the address to request; null when it is not an address
 * @param dataset the dataset that accepts it; empty when it is ignored
 * @param reason the reason, one sentence
 * @param wrong whether the address may not be requested, so that a person should check it
 */
public record LinkDecision(AddressList.Entry entry, PageLink link, String dataset, String reason, boolean wrong) {

  /** Whether a dataset accepts the address. */
  public boolean taken() {
    return !dataset.isEmpty();
  }
}
