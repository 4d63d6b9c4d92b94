package uk.footprints.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Finds the stored file of which a download is a later vintage. */
final class VintageSearch {

  private final StoredPeriods periods;
  private final Receipts receipts;
  private final FileDownload download;
  private Optional<ContentPeriod> period;

  VintageSearch(StoredPeriods periods, Receipts receipts, FileDownload download) {
    this.periods = periods;
    this.receipts = receipts;
    this.download = download;
  }

  /**
   * Returns the receipt of the former vintage; empty when the download is the first of its publication.
   *
   * @param had the newest file of the same address
   * @param sha256 hash of the download
   */
  Optional<Receipt> find(LinkedFile linked, Optional<Receipt> had, String sha256) throws IOException {
    try {
      return had.filter(r -> r.sha256().equals(sha256) || !isApart(r))
          .or(() -> receipts.findBytes(linked.dataset(), linked.link().name(), sha256))
          .or(() -> receipts.findNamed(linked.dataset(), linked.link().name(), r -> isSame(r, linked)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private boolean isSame(Receipt former, LinkedFile linked) {
    return SamePublication.of(former, linked, periods.find(former), period());
  }

  /** Whether a stored file describes other months than the download. */
  private boolean isApart(Receipt former) {
    Optional<ContentPeriod> before = periods.find(former);
    return before.isPresent() && period().isPresent() && before.get().isApartFrom(period().get());
  }

  private Optional<ContentPeriod> period() {
    if (period == null) {
      try (InputStream in = download.contents()) {
        period = ContentPeriod.read(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return period;
  }
}
