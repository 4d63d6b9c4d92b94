package uk.footprints.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Page of a publisher with its distinct links and its day of publication.
 *
 * @param address its address
 * @param links its links in their order
 * @param publishedOn the day of publication; empty when the page names none or several
 * @param title its title
 */
record PublisherPage(URI address, List<PageLink> links, Optional<LocalDate> publishedOn, String title) {

  private static final Pattern PUBLISHED =
      Pattern.compile("(?i)\\b(?:publication date|date published|release date|published(?: on)?)\\s*:?\\s*(.{6,30})");

  static PublisherPage read(URI address, InputStream html, String charset) throws IOException {
    Document page = Jsoup.parse(html, charset, address.toString());
    Map<URI, PageLink> links = new LinkedHashMap<>();
    URI base = PageLink.address(page.baseUri()).orElse(address);
    for (Element a : page.select("a[href]")) {
      // Resolved here: jsoup drops user names and other schemes, which must be refused with a message.
      Optional<URI> to = PageLink.address(a.attr("href")).map(link -> PageLink.resolved(base, link));
      if (to.isPresent()) {
        links.putIfAbsent(to.get(), new PageLink(to.get(), a.text() + " " + after(a)));
      }
    }
    return new PublisherPage(address, List.copyOf(links.values()), day(page.text()), page.title());
  }

  /** Returns the text between a link and the next one. */
  private static String after(Element link) {
    Node next = link.nextSibling();
    return next instanceof TextNode words ? words.text().strip() : "";
  }

  private static Optional<LocalDate> day(String text) {
    List<LocalDate> days = new ArrayList<>();
    Matcher m = PUBLISHED.matcher(text);
    while (m.find()) {
      PageLink.day(m.group(1)).filter(day -> !days.contains(day)).ifPresent(days::add);
    }
    return days.size() == 1 ? Optional.of(days.get(0)) : Optional.empty();
  }
}
