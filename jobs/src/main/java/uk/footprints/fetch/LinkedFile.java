package uk.footprints.fetch;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * File that a page links.
 *
 * @param dataset the dataset that accepts it
 * @param link the link on the page
 * @param page the address of the page
 * @param pageDay the page's own day of publication, where a page is one publication
 */
record LinkedFile(String dataset, PageLink link, String page, Optional<LocalDate> pageDay) {

  String address() {
    return link.address().toString();
  }

  /** Returns the day of publication that the page gives, for the link or for the whole publication. */
  Optional<LocalDate> findDay() {
    return link.findPublishedOn().or(() -> pageDay);
  }

  /** Whether the page or the upload folder shows that the file was published before a day. */
  boolean before(LocalDate since) {
    Optional<YearMonth> uploaded = PublishedFileName.uploaded(link.address());
    return findDay()
        .map(day -> day.isBefore(since))
        .orElseGet(() -> uploaded.isPresent() && uploaded.get().isBefore(YearMonth.from(since)));
  }

  /** Returns a result for this file. */
  FetchResult result(FetchResult.Kind kind, long bytes, String why) {
    return new FetchResult(kind, dataset, address(), link.name(), bytes, why);
  }
}
