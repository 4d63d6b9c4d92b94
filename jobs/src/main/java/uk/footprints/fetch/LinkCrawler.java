package uk.footprints.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import uk.footprints.fetch.FetchResult.Kind;
import uk.footprints.fetch.HttpExchange.Answer;

/** Reads the publishers' pages, each once a run, and gathers the links to files. */
final class LinkCrawler {

  private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([a-z0-9_-]+)");

  private final PoliteHttpClient web;
  private final Map<URI, Optional<PublisherPage>> pages = new HashMap<>();
  private final Map<String, TreeSet<String>> whole = new TreeMap<>();
  private final List<FetchResult> faults = new ArrayList<>();
  private final Map<String, LinkedFile> found = new LinkedHashMap<>();

  LinkCrawler(PoliteHttpClient web) {
    this.web = web;
  }

  /** Pages that could not be read. */
  List<FetchResult> faults() {
    return faults;
  }

  /** Every file that is linked, each once. */
  List<LinkedFile> found() {
    return List.copyOf(found.values());
  }

  /** Addresses of the pages of a dataset that were read. */
  TreeSet<String> read(String dataset) {
    return whole.getOrDefault(dataset, new TreeSet<>());
  }

  /** Looks for the files of a dataset. */
  void look(String dataset, DownloadSource live) {
    for (LandingPage landing : live.landings()) {
      if (landing.direct()) {
        add(new LinkedFile(dataset, new PageLink(landing.page(), ""), landing.page().toString(), Optional.empty()));
        continue;
      }
      Optional<PublisherPage> first = page(dataset, landing.page());
      if (first.isEmpty()) {
        continue;
      }
      gather(dataset, landing, first.get(), false);
      for (PageLink link : first.get().links()) {
        URI to = web.hosts().secured(link.address());
        if (landing.leadsTo(to)) {
          page(dataset, to).ifPresent(page -> gather(dataset, landing, page, landing.dated()));
        }
      }
    }
  }

  private void gather(String dataset, LandingPage landing, PublisherPage page, boolean dated) {
    whole.computeIfAbsent(dataset, k -> new TreeSet<>()).add(page.address().toString());
    for (PageLink link : page.links()) {
      if (landing.wants(link.name())) {
        PageLink secured = new PageLink(web.hosts().secured(link.address()), link.text());
        add(
            new LinkedFile(
                dataset, secured, page.address().toString(), dated ? page.publishedOn() : Optional.empty()));
      }
    }
  }

  private void add(LinkedFile linked) {
    found.putIfAbsent(linked.address(), linked);
  }

  private Optional<PublisherPage> page(String dataset, URI address) {
    Optional<PublisherPage> known = pages.get(address);
    if (known != null) {
      return known;
    }
    Optional<PublisherPage> read = Optional.empty();
    try {
      read = Optional.of(read(address));
    } catch (IOException e) {
      Kind kind = e instanceof RefusedDownloadException ? Kind.REFUSED : Kind.FAILED;
      String path = address.getPath().replaceFirst("/$", "");
      String name = path.substring(path.lastIndexOf('/') + 1);
      String why = "The page was not read: " + e.getMessage() + ".";
      faults.add(new FetchResult(kind, dataset, address.toString(), name, 0, why));
    }
    pages.put(address, read);
    return read;
  }

  private PublisherPage read(URI address) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long most = web.limits().pageBytes();
    String why = "it has more than the %s that are taken of a page".formatted(FetchMessages.size(most));
    Answer answer =
        web.ask(
            address,
            new PoliteHttpClient.Request() {
              @Override
              public Map<String, String> headers() {
                return Map.of("Accept", "text/html");
              }

              @Override
              public OutputStream open(Answer begun) throws IOException {
                bytes.reset();
                return LimitedStreams.out(bytes, most, why);
              }
            });
    if (!answer.brings()) {
      throw new RefusedDownloadException("it is not there (" + answer.status() + ")");
    }
    Matcher charset = CHARSET.matcher(answer.header("Content-Type"));
    String name = charset.find() && java.nio.charset.Charset.isSupported(charset.group(1)) ? charset.group(1) : null;
    InputStream sent = new ByteArrayInputStream(bytes.toByteArray());
    InputStream html = answer.packed() ? LimitedStreams.in(new GZIPInputStream(sent), most, why) : sent;
    PublisherPage page = PublisherPage.read(answer.at(), html, name);
    // Links are resolved against where it was found; it is known by where it was looked for.
    return new PublisherPage(address, page.links(), page.publishedOn());
  }
}
