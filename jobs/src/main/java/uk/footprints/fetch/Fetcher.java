package uk.footprints.fetch;

import java.io.IOException;
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
 * file with other bytes lies beside the one before it; nothing is overwritten.
 */
public final class Fetcher {

  /** Told what happens, for the person who waits. */
  public interface Watching {
    /** A dataset's pages are read. */
    void looking(String dataset);

    /** What the pages of each dataset gave. */
    default void read(List<PageCount> counts) {}

    /** So many files are linked. */
    void found(int files);

    /** A file is asked for; so many bytes of it came. */
    void coming(String name, long bytes);

    /** What became of a link. */
    void done(FetchResult fetched);
  }

  private final Store folder;
  private final PoliteHttpClient web;
  private final Clock clock;
  private final Watching watching;
  private final Receipts receipts;
  private final DownloadStore keeping;
  private final List<FetchResult> all = new ArrayList<>();

  /** Fetching into a folder. */
  public Fetcher(Store folder, PoliteHttpClient web, Clock clock, Watching watching) throws IOException {
    this.folder = folder;
    this.web = web;
    this.clock = clock;
    this.watching = watching;
    this.receipts = Receipts.read(folder);
    this.keeping = new DownloadStore(folder, receipts, clock);
  }

  /**
   * Fetches, and says what became of every link.
   *
   * @param wanted datasets, and where their files are
   * @param since leave out what came out before this day, where page or address tell; null for everything
   * @param dry only say what would be asked for
   */
  public List<FetchResult> run(Map<String, DownloadSource> wanted, LocalDate since, boolean dry) throws IOException {
    if (!dry && !folder.fs().mkdirs(folder.path(Receipts.FOLDER))) {
      throw new IOException("it cannot be written");
    }
    LinkCrawler looking = new LinkCrawler(web, folder.root().toString());
    wanted.forEach(
        (dataset, live) -> {
          watching.looking(dataset);
          looking.look(dataset, live);
        });
    watching.read(looking.counts());
    looking.faults().forEach(this::tell);
    List<LinkedFile> links = looking.found().stream().filter(l -> since == null || !l.before(since)).toList();
    watching.found(links.size());
    for (LinkedFile linked : links) {
      tell(dry ? wanted(linked) : fetch(linked));
    }
    if (!dry && since == null) {
      Set<String> linked = links.stream().map(LinkedFile::address).collect(Collectors.toSet());
      for (String dataset : wanted.keySet()) {
        for (Receipt receipt : receipts.linkedFrom(dataset, looking.read(dataset))) {
          if (!linked.contains(receipt.url())) {
            receipts.gone(receipt, today());
            tell(told(receipt, Kind.GONE, 0, "No longer on its page; what was fetched is kept."));
          }
        }
      }
    }
    return List.copyOf(all);
  }

  /** Fetches what was decided to be taken, and says of each address what came of it. */
  public List<FetchResult> runList(List<LinkDecision> decisions) throws IOException {
    if (!folder.fs().mkdirs(folder.path(Receipts.FOLDER))) {
      throw new IOException("it cannot be written");
    }
    watching.found((int) decisions.stream().filter(LinkDecision::taken).count());
    for (LinkDecision decision : decisions) {
      if (decision.taken()) {
        tell(fetch(new LinkedFile(decision.dataset(), decision.link(), decision.entry().page(), Optional.empty())));
      } else {
        String url = decision.entry().url();
        Kind kind = decision.wrong() ? Kind.REFUSED : Kind.LEFT;
        String name = "line " + decision.entry().line();
        tell(new FetchResult(kind, "-", url, name, 0, "Nothing was fetched: " + decision.reason() + "."));
      }
    }
    return List.copyOf(all);
  }

  private void tell(FetchResult fetched) {
    all.add(fetched);
    watching.done(fetched);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
  }

  private static FetchResult told(Receipt receipt, Kind kind, long bytes, String why) {
    return new FetchResult(kind, receipt.dataset(), receipt.url(), receipt.name(), bytes, why);
  }

  private FetchResult wanted(LinkedFile linked) {
    Optional<String> refusal = web.hosts().refusal(linked.link().address());
    if (refusal.isPresent()) {
      return linked.told(Kind.REFUSED, 0, "It would not be asked for: " + refusal.get() + ".");
    }
    Optional<Receipt> had = receipts.find(linked.address());
    String day = linked.findDay().map(d -> "; its page says " + d).orElse("");
    String would =
        had.map(r -> "Would be asked whether it changed since " + r.fetchedOn()).orElse("Would be fetched");
    return linked.told(Kind.WANTED, 0, would + day + ".");
  }

  private FetchResult fetch(LinkedFile linked) throws IOException {
    String name = linked.link().name();
    watching.coming(name, 0);
    Optional<Receipt> had = kept(receipts.find(linked.address()));
    PartialDownload parts = new PartialDownload(folder, linked.address());
    FileDownload download =
        new FileDownload(parts, had, web.limits().fileBytes(), bytes -> watching.coming(name, bytes));
    Answer answer;
    try {
      answer = web.ask(linked.link().address(), download);
    } catch (LocalWriteException e) {
      throw e;
    } catch (RefusedDownloadException e) {
      download.done();
      return linked.told(Kind.REFUSED, 0, "It was not taken: " + e.getMessage() + ".");
    } catch (IOException e) {
      String so = parts.length() > 0 && !parts.version().isEmpty()
          ? "; the first " + FetchMessages.size(parts.length()) + " are kept, and the next run goes on from there"
          : "";
      return linked.told(Kind.FAILED, 0, "It was not to be had: " + e.getMessage() + so + ".");
    }
    if (answer.status() == 304 && had.isPresent()) {
      Receipt r = had.get();
      receipts.seen(r, or(answer.header("ETag"), r.etag()), or(answer.header("Last-Modified"), r.lastModified()));
      return linked.told(Kind.SAME, 0, "Unchanged since it was fetched on " + r.fetchedOn() + ".");
    }
    if (!answer.brings()) {
      Optional<Receipt> there = had.filter(r -> r.goneOn() == null);
      if (there.isPresent()) {
        receipts.gone(there.get(), today());
      }
      String kept = had.isPresent() ? "; what was fetched is kept" : "";
      return linked.told(Kind.GONE, 0, "Linked, but not there (%d)%s.".formatted(answer.status(), kept));
    }
    try {
      return keeping.keep(linked, had, answer, download);
    } catch (RefusedDownloadException e) {
      return linked.told(Kind.REFUSED, 0, "It was not taken: " + e.getMessage() + ".");
    } finally {
      download.done();
    }
  }

  /** A receipt counts only while its file is there. */
  private Optional<Receipt> kept(Optional<Receipt> receipt) throws IOException {
    return receipt.isPresent() && folder.fs().exists(folder.path(receipt.get().path())) ? receipt : Optional.empty();
  }

  private static String or(String said, String before) {
    return said.isEmpty() ? before : said;
  }
}
