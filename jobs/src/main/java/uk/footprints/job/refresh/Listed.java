package uk.footprints.job.refresh;

import java.io.Serializable;
import uk.footprints.source.Naming;
import uk.footprints.source.Receipt;

/**
 * A file of the folder that is read.
 *
 * @param path below the folder, with slashes
 * @param uri where it is
 * @param bytes its size
 * @param sha256 of its bytes when it was listed
 * @param receipt where it was fetched from; null for one that somebody downloaded
 */
record Listed(String path, String uri, long bytes, String sha256, Receipt receipt) implements Serializable {

  Listed(String path, String uri, long bytes) {
    this(path, uri, bytes, "", null);
  }

  /** What name and receipt say of its publication. */
  Naming naming() {
    return Naming.of(path).with(receipt);
  }

  /** Where it was fetched from; null for one that somebody downloaded. */
  String url() {
    return receipt == null ? null : receipt.url();
  }
}
