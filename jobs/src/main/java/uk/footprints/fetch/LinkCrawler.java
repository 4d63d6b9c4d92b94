package uk.footprints.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import uk.footprints.fetch.FetchResult.Kind;
import uk.footprints.fetch.HttpExchange.Answer;

/** Reads the publishers' pages, each once per run, and collects the links to files. */
final class LinkCrawler {

  private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([a-z0-9_-]+)");

  private static final Pattern CHALLENGE =
      Pattern.compile("(?i)just a moment|attention required|access denied|checking your browser"
          + "|security check|forbidden");

  private final PoliteHttpClient web;
  private final String folder;
  private final Map<String, Optional<PublisherPage>> pages = new HashMap<>();
  private final Map<String, Seen> seen = new LinkedHashMap<>();
  private final Map<String, TreeSet<String>> whole = new TreeMap<>();
  private final List<FetchResult> faults = new ArrayList<>();
  private final Map<String, LinkedFile> found = new LinkedHashMap<>();

  /** Creates a crawler; messages name the folder. */
  LinkCrawler(PoliteHttpClient web, String folder) {
    this.web = web;
    this.folder = folder;
  }

  /** Distinct addresses found on the pages of a dataset. */
  private record Seen(Set<String> pages, Set<String> links, Set<String> taken) {
    Seen() {
      this(new HashSet<>(), new HashSet<>(), new HashSet<>());
    }
  }

  /** Returns for each dataset the numbers of pages read and of links to tables found, accepted and ignored. */
  List<PageCount> counts() {
    return seen.entrySet().stream()
        .map(
            e ->
                new PageCount(
                    e.getKey(), e.getValue().pages().size(), e.getValue().links().size(), e.getValue().taken().size()))
        .toList();
  }

  /** Returns the pages that could not be read. */
  List<FetchResult> faults() {
    return faults;
  }

  /** Returns every linked file once. */
  List<LinkedFile> found() {
    return List.copyOf(found.values());
  }

  /** Returns the addresses of the pages of a dataset that were read. */
  TreeSet<String> read(String dataset) {
    return whole.getOrDefault(dataset, new TreeSet<>());
  }

  /** Collects the links to the files of a dataset. */
  void look(String dataset, DownloadSource live) {
    Seen all = seen.computeIfAbsent(dataset, k -> new Seen());
    for (LandingPage landing : live.landings()) {
      if (landing.direct()) {
        String address = landing.page().toString();
        all.links().add(address);
        all.taken().add(address);
        add(new LinkedFile(dataset, new PageLink(landing.page(), ""), address, Optional.empty()));
        continue;
      }
      int faultsBefore = faults.size();
      Optional<PublisherPage> first = page(dataset, landing, landing.page());
      if (first.isEmpty()) {
        continue;
      }
      Seen here = new Seen();
      gather(dataset, landing, first.get(), false, here);
      for (PageLink link : first.get().links()) {
        URI to = web.hosts().secured(link.address());
        if (landing.leadsTo(to) && here.pages().add(LinkRules.canonical(to))) {
          page(dataset, landing, to).ifPresent(page -> gather(dataset, landing, page, landing.dated(), here));
        }
      }
      if (here.taken().isEmpty() && faults.size() == faultsBefore) {
        faults.add(empty(dataset, landing, here));
      }
      all.pages().addAll(here.pages());
      all.links().addAll(here.links());
      all.taken().addAll(here.taken());
    }
  }

  private static FetchResult empty(String dataset, LandingPage landing, Seen here) {
    String why =
        "The page was read, and none of its %,d links to tables is a file of %s: the structure "
            + "of the page may have changed."
            .formatted(here.links().size(), dataset);
    return new FetchResult(Kind.EMPTY, dataset, landing.page().toString(), last(landing.page()), 0, why);
  }

  private static String last(URI page) {
    String path = page.getPath().replaceFirst("/$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void gather(String dataset, LandingPage landing, PublisherPage page, boolean dated, Seen here) {
    whole.computeIfAbsent(dataset, k -> new TreeSet<>()).add(page.address().toString());
    here.pages().add(LinkRules.canonical(page.address()));
    for (PageLink link : page.links()) {
      PageLink secured = new PageLink(web.hosts().secured(link.address()), link.text());
      String key = LinkRules.canonical(secured.address());
      if (PublishedFileName.isTable(link.name())) {
        here.links().add(key);
      }
      if (landing.wants(link.name())) {
        here.links().add(key);
        here.taken().add(key);
        add(
            new LinkedFile(
                dataset, secured, page.address().toString(), dated ? page.publishedOn() : Optional.empty()));
      }
    }
  }

  private void add(LinkedFile linked) {
    found.putIfAbsent(LinkRules.canonical(linked.link().address()), linked);
  }

  private Optional<PublisherPage> page(String dataset, LandingPage landing, URI address) {
    String key = LinkRules.canonical(address);
    Optional<PublisherPage> known = pages.get(key);
    if (known != null) {
      return known;
    }
    Optional<PublisherPage> read = Optional.empty();
    try {
      read = Optional.of(read(address));
    } catch (IOException e) {
      Kind kind = e instanceof RefusedDownloadException ? Kind.REFUSED : Kind.FAILED;
      String hint =
          e instanceof RefusedDownloadException refused && refused.refusesPrograms()
              ? byHand(dataset, landing, address)
              : "";
      String name = last(address);
      String why = "The page was not read: " + e.getMessage() + "." + hint;
      faults.add(new FetchResult(kind, dataset, address.toString(), name, 0, why));
    }
    pages.put(key, read);
    return read;
  }

  /** Returns a hint for pages that the server gives to browsers only. */
  private String byHand(String dataset, LandingPage landing, URI address) {
    String links = landing.called().isEmpty() ? "the links to its tables" : "the links \"" + landing.called() + "\"";
    return " Try: open %s in a browser and save %s into %s/%s, or write their addresses into a file for %s."
        .formatted(address, links, folder, dataset, "footprints fetch --links FILE");
  }

  private PublisherPage read(URI address) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long most = web.limits().pageBytes();
    String why = "it has more than the limit of %s for a page".formatted(FetchMessages.size(most));
    Answer answer =
        web.get(
            address,
            new PoliteHttpClient.Request() {
              @Override
              public Map<String, String> headers() {
                return Map.of("Accept", "text/html");
              }

              @Override
              public OutputStream open(Answer response) throws IOException {
                bytes.reset();
                return LimitedStreams.out(bytes, most, why);
              }
            });
    if (!answer.hasContent()) {
      throw new RefusedDownloadException("it was not found (" + answer.status() + ")");
    }
    Matcher charset = CHARSET.matcher(answer.header("Content-Type"));
    String name = charset.find() && java.nio.charset.Charset.isSupported(charset.group(1)) ? charset.group(1) : null;
    InputStream sent = new ByteArrayInputStream(bytes.toByteArray());
    InputStream html = answer.packed() ? LimitedStreams.in(new GZIPInputStream(sent), most, why) : sent;
    PublisherPage page = PublisherPage.read(answer.at(), html, name);
    if (CHALLENGE.matcher(page.title()).find() && page.links().size() < 10) {
      throw new RefusedDownloadException(
          "the server answers with a check for browsers ('" + page.title() + "')", 403);
    }
    // Links are resolved against the address after redirects; the page keeps the address that was requested.
    return new PublisherPage(address, page.links(), page.publishedOn(), page.title());
  }
}
