package uk.footprints.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.footprints.period.PeriodText;

/**
 * Link on a page.
 *
 * @param address the target, without a fragment
 * @param text the text of the link and the text that follows it: {@code (revised 13.11.25) (CSV, 41KB)}
 */
public record PageLink(URI address, String text) {

  private static final Pattern SHORT_DATE =
      Pattern.compile("(?<![\\d.])(\\d{1,2})[./](\\d{1,2})[./](\\d{2})(?![\\d.])");
  private static final Pattern DATED =
      Pattern.compile("(?i)(revised|published|updated|republished|issued)\\b(.{0,40})");
  private static final String LEGAL = "-._~:/?#[]@!$&'()*+,;=%";

  /** Parses an address as a page wrote it and escapes illegal characters; empty when it is not an address. */
  static Optional<URI> address(String written) {
    StringBuilder legal = new StringBuilder();
    String text = written.strip();
    int hash = text.indexOf('#');
    byte[] bytes = (hash < 0 ? text : text.substring(0, hash)).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      boolean escape = c != '%' || i + 2 < bytes.length && hex(bytes[i + 1]) && hex(bytes[i + 2]);
      if ((letter || LEGAL.indexOf(c) >= 0) && escape) {
        legal.append(c);
      } else {
        legal.append('%').append(String.format("%02X", (int) c));
      }
    }
    try {
      return Optional.of(new URI(legal.toString()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * Resolves a link against the address of its page; {@code ..} beyond the first folder is dropped (RFC 3986, section
   * 5.2.4), which {@link URI#resolve} does not do.
   */
  static URI resolved(URI base, URI link) {
    URI address = base.resolve(link);
    String path = address.isOpaque() ? "" : String.valueOf(address.getRawPath());
    if (!path.contains("/.")) {
      return address;
    }
    String parents = address.normalize().getRawPath().replaceFirst("^(/[.][.](?=/|$))+", "");
    String before = address.toString().substring(0, address.toString().indexOf(path));
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    return URI.create(before + (parents.isEmpty() ? "/" : parents) + query);
  }

  private static boolean hex(byte b) {
    return Character.digit(b, 16) >= 0;
  }

  /** Returns the published file name. */
  String name() {
    return PublishedFileName.of(address);
  }

  /** Returns the day of publication in the text of the link: {@code revised 10.09.2020}. */
  Optional<LocalDate> findPublishedOn() {
    Matcher dated = DATED.matcher(text);
    Optional<LocalDate> last = Optional.empty();
    while (dated.find()) {
      Optional<LocalDate> day = day(dated.group(2));
      last = day.isPresent() ? day : last;
      dated.region(dated.end(1), text.length());
    }
    return last;
  }

  /** Finds a date in a text, also with a year of two digits. */
  static Optional<LocalDate> day(String words) {
    Optional<LocalDate> day = PeriodText.findDate(words);
    Matcher m = SHORT_DATE.matcher(words);
    if (day.isPresent() || !m.find()) {
      return day;
    }
    return PeriodText.findShortDate(
        "%02d%02d%s".formatted(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), m.group(3)));
  }
}
