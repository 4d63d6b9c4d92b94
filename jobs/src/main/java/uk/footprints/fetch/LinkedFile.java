package uk.footprints.fetch;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A file that a page links.
 *
 * @param dataset that wants it
 * @param link as it stands there
 * @param page the address of the page
 * @param pageDay the page's own day of publication, where a page is one release
 */
record LinkedFile(String dataset, PageLink link, String page, Optional<LocalDate> pageDay) {

  String address() {
    return link.address().toString();
  }

  /** The day that the page tells: beside the link, or of the release. */
  Optional<LocalDate> findDay() {
    return link.findPublishedOn().or(() -> pageDay);
  }

  /** Whether the page or the folder of the upload tells that it came out before a day. */
  boolean before(LocalDate since) {
    Optional<YearMonth> uploaded = PublishedFileName.uploaded(link.address());
    return findDay()
        .map(day -> day.isBefore(since))
        .orElseGet(() -> uploaded.isPresent() && uploaded.get().isBefore(YearMonth.from(since)));
  }

  /** What became of it. */
  FetchResult told(FetchResult.Kind kind, long bytes, String why) {
    return new FetchResult(kind, dataset, address(), link.name(), bytes, why);
  }
}
