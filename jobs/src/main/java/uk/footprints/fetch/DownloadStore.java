package uk.footprints.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.hadoop.fs.Path;
import uk.footprints.fetch.FetchResult.Kind;
import uk.footprints.fetch.HttpExchange.Answer;
import uk.footprints.runtime.Clock;
import uk.footprints.storage.Store;

/**
 * Stores a completely downloaded file in the folder under the hash of its bytes and its published name.
 *
 * @param folder the folder to fetch into
 * @param receipts the receipts of that folder
 * @param periods the periods of its files
 */
record DownloadStore(Store folder, Receipts receipts, StoredPeriods periods, Clock clock) {

  FetchResult keep(LinkedFile linked, Optional<Receipt> had, Answer answer, FileDownload download) throws IOException {
    String name = linked.link().name();
    try (InputStream in = download.contents()) {
      byte[] head = in.readNBytes(ContentSniffer.HEAD_BYTES);
      Optional<String> fault = ContentSniffer.fault(head, head.length, name);
      if (fault.isPresent()) {
        throw new RefusedDownloadException(fault.get());
      }
    } catch (ZipException e) {
      throw new RefusedDownloadException("the server declares it as gzip, but it is not");
    }
    String sha = hash(download);
    Optional<Receipt> before = new VintageSearch(periods, receipts, download).find(linked, had, sha);
    boolean same = before.isPresent() && before.get().sha256().equals(sha);
    if (same && had.equals(before)) {
      receipts.seen(had.get(), answer.header("ETag"), answer.header("Last-Modified"));
      return linked.result(Kind.SAME, 0, "Has the same bytes as the file fetched on " + had.get().fetchedOn() + ".");
    }
    String path = linked.dataset() + "/" + sha.substring(0, 12) + "/" + PublishedFileName.safe(name);
    long bytes = put(path, sha, download);
    String replaces = same ? "" : before.map(Receipt::sha256).orElse("");
    Receipt receipt = receipt(linked, answer, path, sha, bytes, replaces);
    receipts.add(receipt);
    String out = receipt.findPublishedOn().map(d -> ", published " + d).orElse("");
    if (same) {
      return linked.result(Kind.SAME, 0, "Has the same bytes as another address: " + before.get().url() + ".");
    }
    String other =
        had.map(r -> "; describes other months than the file fetched from there on " + r.fetchedOn()).orElse("");
    return before.isEmpty()
        ? linked.result(Kind.NEW, bytes, FetchMessages.size(bytes) + out + other + ".")
        : linked.result(
            Kind.CHANGED,
            bytes,
            "Has other bytes than the file of that name fetched on %s: a new vintage (%s%s); both are kept."
                .formatted(before.get().fetchedOn(), FetchMessages.size(bytes), out));
  }

  /** Writes the file under a temporary name, renames it, and reads it back to verify its hash. */
  private long put(String path, String sha, FileDownload download) throws IOException {
    Path target = folder.path(path);
    if (!folder.fs().exists(target) || !hash(target).equals(sha)) {
      try (InputStream in = download.contents()) {
        folder.write(path, in::transferTo);
      }
      String read = hash(target);
      if (!read.equals(sha)) {
        throw new IOException("%s holds other bytes (%s) than were written (%s)".formatted(target, read, sha));
      }
    }
    return folder.fs().getFileStatus(target).getLen();
  }

  private static String hash(FileDownload download) throws IOException {
    try (InputStream in = download.contents()) {
      return Store.sha256(in);
    }
  }

  private String hash(Path file) throws IOException {
    try (InputStream in = folder.fs().open(file)) {
      return Store.sha256(in);
    }
  }

  private Receipt receipt(LinkedFile linked, Answer answer, String path, String sha, long bytes, String replaces) {
    LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    Optional<LocalDate> onPage = linked.findDay().filter(day -> !day.isAfter(today));
    Optional<LocalDate> publishedOn = onPage.or(() -> modified(linked, answer));
    return new Receipt(
        linked.dataset(),
        linked.address(),
        linked.page(),
        linked.link().name(),
        path,
        sha,
        bytes,
        answer.header("ETag"),
        answer.header("Last-Modified"),
        publishedOn.orElse(null),
        onPage.isPresent() ? "page" : publishedOn.isPresent() ? "header" : "",
        clock.now(),
        replaces,
        null);
  }

  /**
   * Returns the server's {@code Last-Modified} day where other evidence confirms it: the upload folder is of that month
   * or the month before, or the address generates a report on request. Files of a moved website have the day of the
   * move.
   */
  private static Optional<LocalDate> modified(LinkedFile linked, Answer answer) {
    try {
      LocalDate day =
          ZonedDateTime.parse(answer.header("Last-Modified"), DateTimeFormatter.RFC_1123_DATE_TIME).toLocalDate();
      Optional<YearMonth> uploaded = PublishedFileName.uploaded(linked.link().address());
      boolean report = linked.page().equals(linked.address());
      boolean confirmed =
          uploaded.isPresent()
              && !YearMonth.from(day).isBefore(uploaded.get())
              && !YearMonth.from(day).isAfter(uploaded.get().plusMonths(1));
      return report || confirmed ? Optional.of(day) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
