package uk.footprints.fetch;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where files of a dataset are linked from: an address of the publisher, and patterns that say which of its links are
 * pages with more of them, and which are files. Patterns ignore case and must match whole.
 *
 * @param page the address to begin at; a file's own address where {@code files} is empty
 * @param pages what the last part of a page's path must look like; null when the first page has all links
 * @param dated whether each of those pages is one release, so that the day of publication on it is that of its files
 * @param files what the name of a file must look like; none where {@code page} is the file itself
 * @param called the words of the links to files, for a person who opens the page; empty when none are declared
 */
public record LandingPage(URI page, Pattern pages, boolean dated, List<Pattern> files, String called) {

  /** A landing page without the words of its links. */
  public LandingPage(URI page, Pattern pages, boolean dated, List<Pattern> files) {
    this(page, pages, dated, files, "");
  }

  /** A page of the publisher. */
  public static LandingPage at(String address) {
    return new LandingPage(URI.create(address), null, false, List.of());
  }

  /** A file that is always to be had at the same address. */
  public static LandingPage file(String address) {
    return at(address);
  }

  /** Links to further pages, such as one a year, below the first. */
  public LandingPage pages(String pattern) {
    return new LandingPage(page, compile(pattern), false, files, called);
  }

  /** Links to further pages below the first, each of which is one release with its day of publication. */
  public LandingPage releases(String pattern) {
    return new LandingPage(page, compile(pattern), true, files, called);
  }

  /** Links to files. */
  public LandingPage files(String... patterns) {
    return new LandingPage(page, pages, dated, Arrays.stream(patterns).map(LandingPage::compile).toList(), called);
  }

  /** The words of the links to files, as a person sees them on the page. */
  public LandingPage called(String words) {
    return new LandingPage(page, pages, dated, files, words);
  }

  /** Whether the address is that of a file. */
  public boolean direct() {
    return files.isEmpty();
  }

  /** Whether an address is one of the further pages: below the first, with the right last part. */
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

  /** Whether a file of this name is wanted. */
  public boolean wants(String name) {
    return files.stream().anyMatch(pattern -> pattern.matcher(name).matches());
  }

  /**
   * Whether a file at this address is one of this landing page's, judged by its address alone: its name fits, and its
   * host is the page's or one below the same site, as {@code files.digital.nhs.uk} is below {@code digital.nhs.uk}.
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
