package uk.footprints.fetch;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
 */
public record LandingPage(URI page, Pattern pages, boolean dated, List<Pattern> files, String called) {

  /** Creates a landing page without a link text. */
  public LandingPage(URI page, Pattern pages, boolean dated, List<Pattern> files) {
    this(page, pages, dated, files, "");
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
    return new LandingPage(page, compile(pattern), false, files, called);
  }

  /** Adds a pattern for further pages below the first, each of which is one publication with its day. */
  public LandingPage releases(String pattern) {
    return new LandingPage(page, compile(pattern), true, files, called);
  }

  /** Sets the patterns for file names. */
  public LandingPage files(String... patterns) {
    return new LandingPage(page, pages, dated, Arrays.stream(patterns).map(LandingPage::compile).toList(), called);
  }

  /** Sets the text of the links to files as the page shows it. */
  public LandingPage called(String words) {
    return new LandingPage(page, pages, dated, files, words);
  }

  /** Whether the address is that of a file. */
  public boolean direct() {
    return files.isEmpty();
  }

  /** Whether an address is one of the further pages: it is below the first and its last part matches. */
  public boolean leadsTo(URI address) {
    if (pages == null || address.getPath() == null || !page.getHost().equalsIgnoreCase(address.getHost())) {
      return false;
    }
    String base = page.getPath().replaceFirst("/$", "") + "/";
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
   * is that of the page or a subdomain, as {@code files.digital.nhs.uk} is of {@code digital.nhs.uk}.
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
    return sameSite && wants(name);
  }

  private static Pattern compile(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }
}
