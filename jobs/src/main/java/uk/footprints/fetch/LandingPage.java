package uk.footprints.fetch;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A publisher's page that links files of a dataset, with patterns for the links to further pages and to files. Patterns
 * ignore case and must match completely.
 *
 * @param page the address to start at; a file's own address where {@code files} is empty
 * @param pages pattern for the last part of a further page's path; null when the first page has all links
 * @param dated whether each further page is one publication, so that its day of publication is that of its files
 * @param files patterns for file names; empty where {@code page} is the file itself
 * @param called text of the links to files, for a person who opens the page; empty when none is declared
 * @param below path of the folder of the further pages; empty when they are below the first page
 */
public record LandingPage(
    URI page, Pattern pages, boolean dated, List<Pattern> files, String called, String below) {

  /** Hosts of files that are linked from the pages of another host. */
  private static final Map<String, String> FILE_HOSTS =
      Map.of("www.gov.uk", "assets.publishing.service.gov.uk", "www.england.nhs.uk", "improvement.nhs.uk");

  /** Creates a landing page without a link text, whose further pages are below it. */
  public LandingPage(URI page, Pattern pages, boolean dated, List<Pattern> files) {
    this(page, pages, dated, files, "", "");
  }

  /** Returns a landing page at this address. */
  public static LandingPage at(String address) {
    return new LandingPage(URI.create(address), null, false, List.of());
  }

  /** Returns a file that is always published at the same address. */
  public static LandingPage file(String address) {
    return at(address);
  }

  /** Adds a pattern for further pages below the first, such as one per year. */
  public LandingPage pages(String pattern) {
    return new LandingPage(page, compile(pattern), false, files, called, below);
  }

  /** Adds a pattern for further pages below the first, each of which is one publication with its day. */
  public LandingPage releases(String pattern) {
    return new LandingPage(page, compile(pattern), true, files, called, below);
  }

  /** Sets the patterns for file names. */
  public LandingPage files(String... patterns) {
    List<Pattern> names = Arrays.stream(patterns).map(LandingPage::compile).toList();
    return new LandingPage(page, pages, dated, names, called, below);
  }

  /** Sets the text of the links to files as the page shows it. */
  public LandingPage called(String words) {
    return new LandingPage(page, pages, dated, files, words, below);
  }

  /** Sets the folder of the further pages, as collections of www.gov.uk link pages of another folder. */
  public LandingPage below(String path) {
    return new LandingPage(page, pages, dated, files, called, path);
  }

  /** Whether the address is that of a file. */
  public boolean direct() {
    return files.isEmpty();
  }

  /** Whether an address is one of the further pages: it is below the first, and its last part matches. */
  public boolean leadsTo(URI address) {
    if (pages == null || address.getPath() == null || !page.getHost().equalsIgnoreCase(address.getHost())) {
      return false;
    }
    String base = (below.isEmpty() ? page.getPath() : below).replaceFirst("/$", "") + "/";
    String path = address.getPath();
    if (!path.startsWith(base)) {
      return false;
    }
    String last = path.replaceFirst("/$", "");
    return pages.matcher(last.substring(last.lastIndexOf('/') + 1)).matches();
  }

  /** Whether a file name matches. */
  public boolean wants(String name) {
    return files.stream().anyMatch(pattern -> pattern.matcher(name).matches());
  }

  /**
   * Whether a file at this address belongs to this landing page, by its address alone: its name matches, and its host
   * is that of the page, a subdomain, as {@code files.digital.nhs.uk} is of {@code digital.nhs.uk}, or the host where
   * the page's publisher keeps files.
   *
   * @param name the file's name
   */
  public boolean wants(URI address, String name) {
    if (direct()) {
      return page.equals(address);
    }
    String site = page.getHost().replaceFirst("^www\\.", "");
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    boolean sameSite = host.equals(page.getHost()) || host.equals(site) || host.endsWith("." + site);
    return (sameSite || host.equals(FILE_HOSTS.get(page.getHost()))) && wants(name);
  }

  private static Pattern compile(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }
}
