package uk.footprints.fetch;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
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
 * @param unread publications that no dataset reads
 */
public record LinkRules(
    AllowedHosts hosts,
    Map<String, DownloadSource> read,
    List<String> only,
    List<UnreadPublication> unread) {

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
      return new LinkDecision(entry, null, "", "it is not a web address (line " + entry.line() + ")", true);
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
    for (Map.Entry<String, DownloadSource> e : read.entrySet()) {
      for (LandingPage landing : e.getValue().landings()) {
        if (!landing.direct() && (same(landing.page(), link.address()) || landing.leadsTo(link.address()))) {
          return "it is a page, not a file; footprints fetch --only " + e.getKey() + " reads it";
        }
      }
    }
    return PublishedFileName.isTable(link.name())
        ? "no dataset reads a file of this name at this address"
        : "it is not a table: its name ends in none of .csv, .xls, .xlsx, .xlsm, .ods and .zip";
  }

  private static boolean same(URI one, URI other) {
    return canonical(one).equals(canonical(other));
  }

  /** Returns a normalised address: decodes escapes, drops a final slash, and ignores the case of the host. */
  static String canonical(URI address) {
    String rest = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    String decoded;
    try {
      decoded = URLDecoder.decode(rest.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      decoded = rest;
    }
    return (address.getScheme() + "://" + address.getRawAuthority()).toLowerCase(Locale.ROOT).replaceFirst(":443$", "")
        + decoded.replaceFirst("/+$", "");
  }
}
