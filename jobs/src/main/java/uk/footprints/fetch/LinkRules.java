package uk.footprints.fetch;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides about the addresses of a list by the rules for links of pages: allowed hosts and patterns of file names.
 *
 * @param hosts the allowed hosts
 * @param read download source by dataset
 * @param only ids of the datasets to fetch; empty for all
 * @param unread publications that no dataset reads yet
 * @param left tables that no dataset is meant to read, each with the reason
 */
public record LinkRules(
    AllowedHosts hosts,
    Map<String, DownloadSource> read,
    List<String> only,
    List<UnreadPublication> unread,
    List<LeftTable> left) {

  /** Former addresses of the register's reports, which the server has refused since 2025. */
  private static final Pattern OLD_REGISTER = Pattern.compile("(?i)/assets/ods/.*\\.(zip|csv)");
  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");

  /**
   * Returns a decision for each entry.
   *
   * @param since skips what was uploaded before this day; null for everything
   */
  public List<LinkDecision> decide(List<AddressList.Entry> entries, LocalDate since) {
    List<LinkDecision> decisions = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (AddressList.Entry entry : entries) {
      decisions.add(decide(entry, since, lines));
    }
    return List.copyOf(decisions);
  }

  private LinkDecision decide(AddressList.Entry entry, LocalDate since, Map<String, Integer> lines) {
    Optional<URI> address =
        SCHEME.matcher(entry.url()).matches() ? PageLink.address(entry.url()).map(hosts::secured) : Optional.empty();
    if (address.isEmpty()) {
      String what = entry.url().isEmpty() ? "the list has no address on line " : "it is not a web address (line ";
      String reason = what + entry.line() + (entry.url().isEmpty() ? "" : ")");
      return new LinkDecision(entry, null, "", reason, true);
    }
    Optional<String> refusal = hosts.refusal(address.get());
    if (refusal.isPresent()) {
      return new LinkDecision(entry, null, "", refusal.get(), true);
    }
    Integer before = lines.putIfAbsent(canonical(address.get()), entry.line());
    if (before != null) {
      return new LinkDecision(entry, null, "", "the same file as on line " + before, false);
    }
    PageLink link = new PageLink(address.get(), "");
    Optional<String> dataset = dataset(link);
    if (dataset.isEmpty()) {
      return new LinkDecision(entry, link, "", ignoredReason(link), false);
    }
    if (!only.isEmpty() && !only.contains(dataset.get())) {
      return new LinkDecision(entry, link, "", "it belongs to " + dataset.get() + ", which --only leaves out", false);
    }
    Optional<YearMonth> uploaded = PublishedFileName.uploaded(link.address());
    if (since != null && uploaded.isPresent() && uploaded.get().isBefore(YearMonth.from(since))) {
      return new LinkDecision(entry, link, "", "it was uploaded before " + since, false);
    }
    return new LinkDecision(entry, link, dataset.get(), "would be fetched", false);
  }

  private Optional<String> dataset(PageLink link) {
    if (OLD_REGISTER.matcher(link.address().getPath()).matches()) {
      return Optional.empty();
    }
    return read.entrySet().stream()
        .filter(e -> accepts(e.getValue(), link))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean accepts(DownloadSource live, PageLink link) {
    return live.landings().stream().anyMatch(l -> l.wants(link.address(), link.name()));
  }

  /** Returns why no dataset accepts the link. */
  private String ignoredReason(PageLink link) {
    if (OLD_REGISTER.matcher(link.address().getPath()).matches()) {
      return "the server refuses it to everyone (403); dataset ods downloads the same report from "
          + "www.odsdatasearchandexport.nhs.uk";
    }
    Optional<UnreadPublication> known = unread.stream().filter(p -> accepts(p.live(), link)).findFirst();
    if (known.isPresent()) {
      return "not read yet: " + known.get().id() + ", " + known.get().title();
    }
    Optional<LeftTable> other = left.stream().filter(table -> table.matches(link)).findFirst();
    if (other.isPresent()) {
      return other.get().why();
    }
    Map<String, DownloadSource> pages = new LinkedHashMap<>(read);
    unread.forEach(publication -> pages.putIfAbsent(publication.id(), publication.live()));
    for (Map.Entry<String, DownloadSource> e : pages.entrySet()) {
      if (e.getValue().landings().stream().anyMatch(landing -> isPage(landing, link.address()))) {
        return "it is a page, not a file; footprints fetch --only " + e.getKey() + " reads it";
      }
    }
    return PublishedFileName.isTable(link.name())
        ? "no dataset reads a file of this name at this address"
        : "it is not a table: its name ends in none of .csv, .xls, .xlsx, .xlsm, .ods and .zip";
  }

  private static boolean isPage(LandingPage landing, URI address) {
    boolean first = canonical(landing.page()).equals(canonical(address));
    return !landing.direct() && (first || landing.leadsTo(address));
  }

  /**
   * Returns a normalised address: decodes escapes, resolves {@code ..}, drops a final slash, ignores the case of the
   * host, and drops the query behind the name of a file, which publishers use against caches.
   */
  static String canonical(URI address) {
    URI normal = address.isOpaque() ? address : address.normalize();
    String path = decoded(String.valueOf(normal.getRawPath())).replaceAll("/{2,}", "/").replaceFirst("/+$", "");
    boolean file = PublishedFileName.isTable(path);
    String query = file || normal.getRawQuery() == null ? "" : "?" + decoded(normal.getRawQuery());
    String site = (normal.getScheme() + "://" + normal.getRawAuthority()).toLowerCase(Locale.ROOT);
    return site.replaceFirst(":443$", "") + path + query;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
