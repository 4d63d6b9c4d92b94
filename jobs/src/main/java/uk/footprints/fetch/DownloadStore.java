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
 * Puts a file that came whole into the folder, under the hash of its bytes and its name as published.
 *
 * @param folder into which is fetched
 * @param receipts of that folder
 */
record DownloadStore(Store folder, Receipts receipts, Clock clock) {

  FetchResult keep(LinkedFile linked, Optional<Receipt> had, Answer answer, FileDownload download) throws IOException {
    String name = linked.link().name();
    try (InputStream in = download.contents()) {
      byte[] head = in.readNBytes(ContentSniffer.LOOKED_AT);
      Optional<String> fault = ContentSniffer.fault(head, head.length, name);
      if (fault.isPresent()) {
        throw new RefusedDownloadException(fault.get());
      }
    } catch (ZipException e) {
      throw new RefusedDownloadException("the server says that it is packed, but it is not");
    }
    String sha = hash(download);
    Optional<Receipt> before =
        had.or(() -> receipts.findBytes(linked.dataset(), name, sha))
            .or(() -> receipts.findNamed(linked.dataset(), name, former -> SamePublication.of(former, linked)));
    boolean same = before.isPresent() && before.get().sha256().equals(sha);
    if (same && had.isPresent()) {
      receipts.seen(had.get(), answer.header("ETag"), answer.header("Last-Modified"));
      return linked.told(Kind.SAME, 0, "The same bytes as those fetched on " + had.get().fetchedOn() + ".");
    }
    String path = linked.dataset() + "/" + sha.substring(0, 12) + "/" + PublishedFileName.safe(name);
    long bytes = put(path, sha, download);
    String replaces = same ? "" : before.map(Receipt::sha256).orElse("");
    Receipt receipt = receipt(linked, answer, path, sha, bytes, replaces);
    receipts.add(receipt);
    String out = receipt.findPublishedOn().map(d -> ", published " + d).orElse("");
    if (same) {
      return linked.told(Kind.SAME, 0, "The same bytes under another address: " + before.get().url() + ".");
    }
    return before.isEmpty()
        ? linked.told(Kind.NEW, bytes, FetchMessages.size(bytes) + out + ".")
        : linked.told(
            Kind.CHANGED,
            bytes,
            "Other bytes than those fetched on %s under that name: a new vintage (%s%s); both are kept."
                .formatted(before.get().fetchedOn(), FetchMessages.size(bytes), out));
  }

  /** Writes the file beside its place, moves it there, and reads it back. */
  private long put(String path, String sha, FileDownload download) throws IOException {
    Path place = folder.path(path);
    if (!folder.fs().exists(place) || !hash(place).equals(sha)) {
      try (InputStream in = download.contents()) {
        folder.write(path, in::transferTo);
      }
      String read = hash(place);
      if (!read.equals(sha)) {
        throw new IOException("%s holds other bytes (%s) than were written (%s)".formatted(place, read, sha));
      }
    }
    return folder.fs().getFileStatus(place).getLen();
  }

  private static String hash(FileDownload download) throws IOException {
    try (InputStream in = download.contents()) {
      return Store.sha256(in);
    }
  }

  private String hash(Path place) throws IOException {
    try (InputStream in = folder.fs().open(place)) {
      return Store.sha256(in);
    }
  }

  private Receipt receipt(LinkedFile linked, Answer answer, String path, String sha, long bytes, String replaces) {
    LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    Optional<LocalDate> onPage = linked.findDay().filter(day -> !day.isAfter(today));
    Optional<LocalDate> said = onPage.or(() -> modified(linked, answer));
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
        said.orElse(null),
        onPage.isPresent() ? "page" : said.isPresent() ? "header" : "",
        clock.now(),
        replaces,
        null);
  }

  /**
   * The day that the server gives, where something else bears it out: the folder of the upload is of that month or the
   * one before, or the address is that of a report made anew. Files that moved with a site have the day of the move.
   */
  private static Optional<LocalDate> modified(LinkedFile linked, Answer answer) {
    try {
      LocalDate day =
          ZonedDateTime.parse(answer.header("Last-Modified"), DateTimeFormatter.RFC_1123_DATE_TIME).toLocalDate();
      Optional<YearMonth> uploaded = PublishedFileName.uploaded(linked.link().address());
      boolean report = linked.page().equals(linked.address());
      boolean borne =
          uploaded.isPresent()
              && !YearMonth.from(day).isBefore(uploaded.get())
              && !YearMonth.from(day).isAfter(uploaded.get().plusMonths(1));
      return report || borne ? Optional.of(day) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
