package uk.footprints.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.footprints.fetch.FetchResult.Kind;
import uk.footprints.fetch.HttpExchange.Answer;
import uk.footprints.runtime.Clock;
import uk.footprints.storage.Store;

/**
 * Brings what publishers link into a folder: {@code DATASET/HASH/name as published}, and a receipt for each file. A
 * file with other bytes is stored with the one before it; nothing is overwritten.
 */
public final class Fetcher {

  /** Notified what happens, for the person who waits. */
  public interface Monitor {
    /** Called when the pages of a dataset are about to be read. */
    void looking(String dataset);

    /** Called with the number of linked files. */
    void found(int files);

    /** Called while a file is downloaded, with the number of bytes received so far. */
    void coming(String name, long bytes);

    /** Called with the result of a link. */
    void done(FetchResult fetched);
  }

  private final Store folder;
  private final PoliteHttpClient web;
  private final Clock clock;
  private final Monitor monitor;
  private final Receipts receipts;
  private final DownloadStore downloads;
  private final List<FetchResult> all = new ArrayList<>();

  /** Creates a fetcher for a folder. */
  public Fetcher(Store folder, PoliteHttpClient web, Clock clock, Monitor monitor) throws IOException {
    this.folder = folder;
    this.web = web;
    this.clock = clock;
    this.monitor = monitor;
    this.receipts = Receipts.read(folder);
    this.downloads = new DownloadStore(folder, receipts, new StoredPeriods(folder), clock);
  }

  /**
   * Fetches the files of datasets.
   *
   * @param wanted download source by dataset
   * @param since skips files whose page or address shows an earlier day; null for everything
   * @param dry only returns what would be requested
   */
  public FetchReport run(Map<String, DownloadSource> wanted, LocalDate since, boolean dry) throws IOException {
    if (!dry && !folder.fs().mkdirs(folder.path(Receipts.FOLDER))) {
      throw new IOException("it cannot be written");
    }
    LinkCrawler crawler = new LinkCrawler(web, folder.root().toString());
    wanted.forEach(
        (dataset, live) -> {
          monitor.looking(dataset);
          crawler.look(dataset, live);
        });
    List<PageCount> pages = crawler.counts();
    crawler.faults().forEach(this::report);
    List<LinkedFile> links = crawler.found().stream().filter(l -> since == null || !l.before(since)).toList();
    monitor.found(links.size());
    for (LinkedFile linked : links) {
      report(dry ? preview(linked) : fetch(linked));
    }
    if (!dry && since == null) {
      Set<String> linked = links.stream().map(l -> LinkRules.canonical(l.link().address())).collect(Collectors.toSet());
      for (String dataset : wanted.keySet()) {
        for (Receipt receipt : receipts.linkedFrom(dataset, crawler.read(dataset))) {
          if (!linked.contains(LinkRules.canonical(URI.create(receipt.url())))) {
            receipts.gone(receipt, today());
            report(result(receipt, Kind.GONE, 0, "No longer on its page; the fetched file is kept."));
          }
        }
      }
    }
    return new FetchReport(pages, List.copyOf(all));
  }

  /** Fetches the accepted addresses of a list; reports the others. */
  public FetchReport runList(List<LinkDecision> decisions) throws IOException {
    if (!folder.fs().mkdirs(folder.path(Receipts.FOLDER))) {
      throw new IOException("it cannot be written");
    }
    monitor.found((int) decisions.stream().filter(LinkDecision::taken).count());
    for (LinkDecision decision : decisions) {
      if (decision.taken()) {
        report(fetch(new LinkedFile(decision.dataset(), decision.link(), decision.entry().page(), Optional.empty())));
      } else {
        String url = decision.entry().url();
        Kind kind = decision.wrong() ? Kind.REFUSED : Kind.LEFT;
        String name = "line " + decision.entry().line();
        report(new FetchResult(kind, "-", url, name, 0, "Nothing was fetched: " + decision.reason() + "."));
      }
    }
    return new FetchReport(List.of(), List.copyOf(all));
  }

  private void report(FetchResult fetched) {
    all.add(fetched);
    monitor.done(fetched);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
  }

  private static FetchResult result(Receipt receipt, Kind kind, long bytes, String why) {
    return new FetchResult(kind, receipt.dataset(), receipt.url(), receipt.name(), bytes, why);
  }

  private FetchResult preview(LinkedFile linked) {
    Optional<String> refusal = web.hosts().refusal(linked.link().address());
    if (refusal.isPresent()) {
      return linked.result(Kind.REFUSED, 0, "It would not be requested: " + refusal.get() + ".");
    }
    Optional<Receipt> had = receipts.find(linked.address());
    String day = linked.findDay().map(d -> "; its page says " + d).orElse("");
    String would =
        had.map(r -> "Would be requested if it changed since " + r.fetchedOn()).orElse("Would be fetched");
    return linked.result(Kind.WANTED, 0, would + day + ".");
  }

  private FetchResult fetch(LinkedFile linked) throws IOException {
    String name = linked.link().name();
    monitor.coming(name, 0);
    Optional<Receipt> had = kept(receipts.find(linked.address()));
    PartialDownload parts = new PartialDownload(folder, linked.address());
    FileDownload download =
        new FileDownload(parts, had, web.limits().fileBytes(), bytes -> monitor.coming(name, bytes));
    Answer answer;
    try {
      answer = web.get(linked.link().address(), download);
    } catch (LocalWriteException e) {
      throw e;
    } catch (RefusedDownloadException e) {
      download.done();
      return linked.result(Kind.REFUSED, 0, "It was not fetched: " + e.getMessage() + ".");
    } catch (IOException e) {
      String resume = parts.length() > 0 && !parts.version().isEmpty()
          ? "; the first " + FetchMessages.size(parts.length()) + " are kept, and the next run resumes the download"
          : "";
      return linked.result(Kind.FAILED, 0, "It could not be downloaded: " + e.getMessage() + resume + ".");
    }
    if (answer.status() == 304 && had.isPresent()) {
      Receipt r = had.get();
      receipts.seen(r, or(answer.header("ETag"), r.etag()), or(answer.header("Last-Modified"), r.lastModified()));
      return linked.result(Kind.SAME, 0, "Unchanged since it was fetched on " + r.fetchedOn() + ".");
    }
    if (!answer.hasContent()) {
      Optional<Receipt> there = had.filter(r -> r.goneOn() == null);
      if (there.isPresent()) {
        receipts.gone(there.get(), today());
      }
      String kept = had.isPresent() ? "; the fetched file is kept" : "";
      return linked.result(Kind.GONE, 0, "Linked, but not found (%d)%s.".formatted(answer.status(), kept));
    }
    try {
      return downloads.keep(linked, had, answer, download);
    } catch (RefusedDownloadException e) {
      return linked.result(Kind.REFUSED, 0, "It was not fetched: " + e.getMessage() + ".");
    } finally {
      download.done();
    }
  }

  /** Returns the receipt if its file still exists. */
  private Optional<Receipt> kept(Optional<Receipt> receipt) throws IOException {
    return receipt.isPresent() && folder.fs().exists(folder.path(receipt.get().path())) ? receipt : Optional.empty();
  }

  private static String or(String value, String fallback) {
    return value.isEmpty() ? fallback : value;
  }
}
