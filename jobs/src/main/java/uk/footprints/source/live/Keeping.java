package uk.footprints.source.live;

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
import uk.footprints.run.Clock;
import uk.footprints.run.Store;
import uk.footprints.source.Receipt;
import uk.footprints.source.Receipts;
import uk.footprints.source.live.Exchange.Answer;
import uk.footprints.source.live.Fetched.Kind;

/**
 * Puts a file that came whole into the folder, under the hash of its bytes and its name as published.
 *
 * @param folder into which is fetched
 * @param receipts of that folder
 */
record Keeping(Store folder, Receipts receipts, Clock clock) {

  Fetched keep(Linked linked, Optional<Receipt> had, Answer answer, Download download) throws IOException {
    String name = linked.link().name();
    String sha;
    try (InputStream in = download.contents()) {
      byte[] head = in.readNBytes(Content.LOOKED_AT);
      Optional<String> fault = Content.fault(head, head.length, name);
      if (fault.isPresent()) {
        throw new Refused(fault.get());
      }
    } catch (ZipException e) {
      throw new Refused("the server says that it is packed, but it is not");
    }
    try (InputStream in = download.contents()) {
      sha = Store.sha256(in);
    }
    Optional<Receipt> before = had.or(() -> receipts.findNamed(linked.dataset(), name));
    boolean same = before.isPresent() && before.get().sha256().equals(sha);
    if (same && had.isPresent()) {
      receipts.seen(had.get(), answer.header("ETag"), answer.header("Last-Modified"));
      return linked.told(Kind.SAME, 0, "The same bytes as those fetched on " + had.get().fetchedOn() + ".");
    }
    String path = linked.dataset() + "/" + sha.substring(0, 12) + "/" + FileName.safe(name);
    long bytes = put(path, sha, download);
    String replaces = same ? "" : before.map(Receipt::sha256).orElse("");
    Receipt receipt = receipt(linked, answer, path, sha, bytes, replaces);
    receipts.add(receipt);
    String out = receipt.findPublishedOn().map(d -> ", published " + d).orElse("");
    if (same) {
      return linked.told(Kind.SAME, 0, "The same bytes under another address: " + before.get().url() + ".");
    }
    return before.isEmpty()
        ? linked.told(Kind.NEW, bytes, Words.size(bytes) + out + ".")
        : linked.told(
            Kind.CHANGED,
            bytes,
            "Other bytes than those fetched on %s under that name: a new vintage (%s%s); both are kept."
                .formatted(before.get().fetchedOn(), Words.size(bytes), out));
  }

  /** Writes the file beside its place, moves it there, and reads it back. */
  private long put(String path, String sha, Download download) throws IOException {
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

  private String hash(Path place) throws IOException {
    try (InputStream in = folder.fs().open(place)) {
      return Store.sha256(in);
    }
  }

  private Receipt receipt(Linked linked, Answer answer, String path, String sha, long bytes, String replaces) {
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
  private static Optional<LocalDate> modified(Linked linked, Answer answer) {
    try {
      LocalDate day =
          ZonedDateTime.parse(answer.header("Last-Modified"), DateTimeFormatter.RFC_1123_DATE_TIME).toLocalDate();
      Optional<YearMonth> uploaded = FileName.uploaded(linked.link().address());
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
