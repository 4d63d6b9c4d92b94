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
 * Decides about addresses of a list by the rules of the pages: the same hosts, and the same names of files.
 *
 * @param hosts that may be asked
 * @param read datasets, and where their files are
 * @param only ids of the datasets that are asked for; empty for all
 * @param unread publications that no dataset reads
 */
public record LinkRules(AllowedHosts hosts, Map<String, DownloadSource> read, List<String> only, List<UnreadPublication> unread) {

  /** Reports of the register as they were published before: the server refuses them to everyone since 2025. */
  private static final Pattern OLD_REGISTER = Pattern.compile("(?i)/assets/ods/.*\\.(zip|csv)");
  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");

  /**
   * A decision for each entry.
   *
   * @param since leaves out what was uploaded before; null for everything
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
      return new LinkDecision(entry, null, "", "it is no web address (line " + entry.line() + ")", true);
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
      return new LinkDecision(entry, link, "", left(link), false);
    }
    if (!only.isEmpty() && !only.contains(dataset.get())) {
      return new LinkDecision(entry, link, "", "it is of " + dataset.get() + ", which --only leaves out", false);
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
        .filter(e -> wanted(e.getValue(), link))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean wanted(DownloadSource live, PageLink link) {
    return live.landings().stream().anyMatch(l -> l.wants(link.address(), link.name()));
  }

  /** Why no dataset takes it. */
  private String left(PageLink link) {
    if (OLD_REGISTER.matcher(link.address().getPath()).matches()) {
      return "the server refuses it to everyone (403); ods asks www.odsdatasearchandexport.nhs.uk for the same report";
    }
    Optional<UnreadPublication> known = unread.stream().filter(p -> wanted(p.live(), link)).findFirst();
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
        : "it is no table: its name ends in none of .csv, .xls, .xlsx, .xlsm, .ods and .zip";
  }

  private static boolean same(URI one, URI other) {
    return canonical(one).equals(canonical(other));
  }

  /** One spelling of an address: escapes are decoded, and neither a last slash nor the case of the host counts. */
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
