package uk.footprints.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.footprints.dataset.Dataset;
import uk.footprints.fetch.AllowedHosts;
import uk.footprints.fetch.DownloadSource;
import uk.footprints.fetch.FetchLimits;
import uk.footprints.fetch.FetchReport;
import uk.footprints.fetch.FetchResult.Kind;
import uk.footprints.fetch.FetchResult;
import uk.footprints.fetch.Fetcher;
import uk.footprints.fetch.PageCount;
import uk.footprints.fetch.PoliteHttpClient;
import uk.footprints.fetch.QuietMonitor;
import uk.footprints.fetch.RecordedWaits;
import uk.footprints.fetch.TestSite;
import uk.footprints.fetch.UnreadPublication;
import uk.footprints.storage.Store;

/**
 * The publishers' pages on this machine, with every known address where it was linked: the column of all work areas,
 * pages of years and releases, absolute and relative links, a final slash that is sometimes missing, and texts with
 * revisions and typing errors. The names of files of which no address is known are on the landing pages.
 */
@Tag("integration")
class LivePagesTest {

  private static final Path RESOURCES = Path.of("jobs/src/test/resources");
  private static final String UPLOADS = "/statistics/wp-content/uploads/sites/2/2021/01/";

  @TempDir Path folder;
  private final TestSite site = new TestSite();
  private final Map<String, List<Link>> pages = new LinkedHashMap<>();
  private final Map<String, String> expected = new TreeMap<>();

  /** A link of a page: path with query, and text. */
  private record Link(String path, String text) {}

  @AfterEach
  void close() {
    site.close();
  }

  private static List<String[]> table(String name) throws IOException {
    return Files.readAllLines(RESOURCES.resolve(name)).stream().skip(1).map(l -> l.split("\t", -1)).toList();
  }

  private static String path(String address) {
    URI uri = URI.create(address.replace(" ", "%20"));
    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  private static String bare(String path) {
    return path.replaceFirst("/+$", "");
  }

  private void link(String page, String path, String text) {
    pages.computeIfAbsent(bare(page), k -> new ArrayList<>()).add(new Link(path, text));
  }

  /** Builds the pages; the sources are those of the datasets or of the publications that no dataset reads yet. */
  private void build(Map<String, DownloadSource> sources, boolean unread) throws IOException {
    Set<String> areas = new LinkedHashSet<>();
    sources.values().stream()
        .flatMap(s -> s.landings().stream())
        .filter(l -> !l.direct())
        .forEach(l -> areas.add(bare(path(l.page().toString()))));
    areas.forEach(area -> pages.computeIfAbsent(area, k -> new ArrayList<>()));
    for (String[] row : table("live-addresses.tsv")) {
      String host = String.valueOf(URI.create(row[0].replace(" ", "%20")).getHost());
      if (row[3].isEmpty() || row[2].startsWith(host)) {
        continue;
      }
      boolean last = row[2].startsWith("the same file");
      link(path(row[3]), path(row[0]), row[4].isEmpty() ? row[0].substring(row[0].lastIndexOf('/') + 1) : row[4]);
      String id = unread ? row[2].startsWith("not read yet: ") ? row[2].split("[:,] ?")[1] : "" : row[1];
      if (!id.isEmpty() && !last) {
        expected.put(path(row[0]), id);
      }
    }
    for (String[] row : unread ? List.<String[]>of() : table("live-names.tsv")) {
      boolean known = expected.keySet().stream().anyMatch(path -> path.replace("%20", " ").endsWith("/" + row[0]));
      if (known) {
        continue;
      }
      String file = UPLOADS + URI.create("/" + row[0].replace(" ", "%20")).getRawPath().substring(1);
      List<String> on = row[1].isEmpty()
          ? List.copyOf(areas)
          : List.of(bare(path(sources.get(row[1]).landings().get(0).page().toString())));
      on.forEach(page -> link(page, file, row[0]));
      if (!row[1].isEmpty()) {
        expected.put(file, row[1]);
      }
    }
    int page = 0;
    for (Map.Entry<String, List<Link>> entry : pages.entrySet()) {
      String html = html(entry.getKey(), entry.getValue(), areas, page++);
      site.page(entry.getKey(), html).page(entry.getKey() + "/", html);
    }
    pages.values().forEach(links -> links.forEach(l -> site.file(l.path(), content(l.path()))));
  }

  /** The lists of patients state the day of their extract; the other files are their address. */
  private static byte[] content(String path) {
    String text = path.contains("gp-reg-pat-prac")
        ? "PUBLICATION,EXTRACT_DATE,ORG_CODE\nGP,01%s%d,%s\n".formatted(
            List.of("JAN", "APR", "JUL").get(Math.floorMod(path.hashCode(), 3)),
            2000 + Math.floorMod(path.hashCode(), 99), path)
        : "address\n" + path + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String html(String path, List<Link> links, Set<String> areas, int number) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">");
    html.append("<title>Statistics » ").append(path).append("</title></head><body><nav><ul>");
    for (String area : areas) {
      html.append("<li><a href=\"").append(site.at(area)).append("/\">(Discontinued) ").append(area)
          .append("</a></li>");
    }
    html.append("</ul></nav><main><article><h1>").append(path).append("</h1><h2>2026-27</h2>\n");
    int i = 0;
    for (String year : pages.keySet()) {
      if (year.startsWith(path + "/")) {
        String slash = i++ % 2 == 0 ? "/" : "";
        html.append("<p><a href=\"").append(i % 3 == 0 ? year : site.at(year)).append(slash)
            .append("\">Data</a></p>\n");
      }
    }
    for (Link link : links) {
      String href = switch ((i++ + number) % 4) {
        case 0 -> site.at(link.path());
        case 1 -> link.path();
        case 2 -> site.at(link.path()).replaceFirst("^http:", "");
        default -> "../".repeat((int) path.chars().filter(c -> c == '/').count() + 1) + link.path().substring(1);
      };
      html.append("<li><a href=\"").append(href.replace("&", "&amp;")).append("\">").append(link.text())
          .append(i % 5 == 0 ? " (revised 14.05.26 (CSV, 29KB)" : "").append("</a> ")
          .append(i % 7 == 0 ? "March 2026 revised 14.05.26)" : "").append("</li>\n");
    }
    return html.append("<p><a href=\"mailto:desk@example.org\">Contact</a></p></article></main></body></html>")
        .toString();
  }

  private FetchReport fetch(Map<String, DownloadSource> sources, boolean dry) throws IOException {
    Map<String, DownloadSource> here = new LinkedHashMap<>();
    sources.forEach((id, live) -> here.put(id, site.here(live)));
    RecordedWaits clock = new RecordedWaits();
    PoliteHttpClient web =
        new PoliteHttpClient(new AllowedHosts(Set.of("127.0.0.1")), FetchLimits.USUAL, clock, "Footprints/test");
    return new Fetcher(new Store(folder.toString()), web, clock, new QuietMonitor()).run(here, null, dry);
  }

  private static void print(List<PageCount> counts) {
    System.out.printf("%-24s %10s %10s %6s %6s%n", "dataset", "pages read", "links seen", "taken", "left");
    for (PageCount c : counts) {
      System.out.printf(
          "%-24s %,10d %,10d %,6d %,6d%n", c.dataset(), c.pages(), c.links(), c.taken(), c.left());
    }
  }

  private Map<String, String> taken(FetchReport report, Kind... kinds) {
    Map<String, String> taken = new TreeMap<>();
    for (FetchResult r : report.results()) {
      if (List.of(kinds).contains(r.kind())) {
        taken.put(path(r.address()), r.dataset());
      }
    }
    return taken;
  }

  private static Map<String, DownloadSource> read() {
    return Datasets.all().stream()
        .filter(d -> !d.live().landings().isEmpty())
        .collect(Collectors.toMap(Dataset::id, Dataset::live, (a, b) -> a, LinkedHashMap::new));
  }

  private static Map<String, DownloadSource> unread() {
    return UnreadPublications.all().stream()
        .filter(p -> !p.live().landings().isEmpty())
        .collect(Collectors.toMap(UnreadPublication::id, UnreadPublication::live, (a, b) -> a, LinkedHashMap::new));
  }

  @Test
  void everyFileThatADatasetReadsIsTakenByItAndNoOther() throws IOException {
    build(read(), false);
    FetchReport report = fetch(read(), false);
    print(report.pages());
    assertThat(taken(report, Kind.NEW, Kind.CHANGED)).isEqualTo(expected);
    // A page of a dataset of which no address is known yields nothing, which is said.
    Set<String> known = new TreeSet<>(expected.values());
    assertThat(report.results())
        .filteredOn(r -> known.contains(r.dataset()))
        .extracting(FetchResult::kind).containsOnly(Kind.NEW, Kind.CHANGED);
    assertThat(report.results())
        .filteredOn(r -> !known.contains(r.dataset())).extracting(FetchResult::kind).containsOnly(Kind.EMPTY);
    assertThat(report.pages())
        .filteredOn(c -> known.contains(c.dataset()))
        .allSatisfy(c -> assertThat(c.taken()).as(c.dataset()).isPositive());
    // Vintages: the same name again on the page of its year, or with the period in the name.
    Set<String> again = new TreeSet<>();
    report.of(Kind.CHANGED).forEach(r -> again.add(r.name()));
    System.out.println("another vintage of a name: " + again);
    assertThat(again).allMatch(name -> name.matches("MSitAE-.*-201[89].*|HES MAR data Apr 2018 to Mar 2025.csv"));
    assertThat(fetch(read(), false).counts().keySet()).isSubsetOf(Kind.SAME, Kind.EMPTY);
  }

  @Test
  void everyFileOfAPublicationThatIsNotReadYetIsTakenByItAndNoOther() throws IOException {
    build(unread(), true);
    FetchReport report = fetch(unread(), true);
    print(report.pages());
    assertThat(taken(report, Kind.WANTED)).isEqualTo(expected);
    assertThat(report.of(Kind.REFUSED)).isEmpty();
  }
}
