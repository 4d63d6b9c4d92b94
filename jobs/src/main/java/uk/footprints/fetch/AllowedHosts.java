package uk.footprints.fetch;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The only hosts that are asked. A page is written by others, and so is a redirect: neither may send a request anywhere
 * else. Hosts are names, whole, over TLS; plain HTTP is for a loopback host that stands in the list, as in tests.
 *
 * @param names in lower case
 */
public record AllowedHosts(Set<String> names) {

  /** Where the publishers keep their pages and files. */
  public static final AllowedHosts PUBLISHERS =
      new AllowedHosts(
          Set.of(
              "www.england.nhs.uk",
              "digital.nhs.uk",
              "files.digital.nhs.uk",
              "www.odsdatasearchandexport.nhs.uk",
              "www.ons.gov.uk",
              "www.gov.uk",
              "assets.publishing.service.gov.uk",
              "improvement.nhs.uk"));

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");
  /** Four numbers, one number, hexadecimal or octal ones, or IPv6: whatever ends in a number is no name. */
  private static final Pattern NUMBER = Pattern.compile("\\[.*|.*:.*|(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

  /**
   * The address as it is asked: over TLS, where an old link begins with {@code http:}, and at the host that answers,
   * where a link leaves out its {@code www.}.
   */
  public URI secured(URI address) {
    String host = host(address);
    boolean bare = !names.contains(host) && names.contains("www." + host);
    boolean known = (bare || names.contains(host)) && !LOOPBACK.contains(host);
    if (!known || address.getPort() != -1 || address.getRawUserInfo() != null || !isWeb(address)) {
      return address;
    }
    String rest = address.toString().substring(address.getScheme().length() + 3 + host.length());
    return URI.create("https://" + (bare ? "www." : "") + host + rest);
  }

  private static boolean isWeb(URI address) {
    return "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
  }

  /** Why an address is not asked: a part of a sentence; empty when it may be. */
  public Optional<String> refusal(URI address) {
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return Optional.of("its address begins with '%s:', and only https: is asked".formatted(scheme));
    }
    String host = host(address);
    if (host.isEmpty()) {
      return Optional.of("its address names no host");
    }
    if (address.getRawUserInfo() != null) {
      return Optional.of("its address carries a user's name");
    }
    boolean listed = names.contains(host);
    if (!listed && NUMBER.matcher(host).matches()) {
      return Optional.of("its host %s is a number, not a publisher's name".formatted(host));
    }
    if (!listed) {
      return Optional.of("%s is no host of a publisher".formatted(host));
    }
    boolean loopback = LOOPBACK.contains(host);
    if (scheme.equals("http") && !loopback) {
      return Optional.of("its address begins with 'http:', and only https: is asked");
    }
    if (!loopback && address.getPort() != -1 && address.getPort() != 443) {
      return Optional.of("its address names port %d".formatted(address.getPort()));
    }
    return Optional.empty();
  }

  private static String host(URI address) {
    return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
  }
}
