package uk.footprints.fetch;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The only hosts to which requests are sent. Pages and redirects are written by others, so neither may lead a request
 * to another host. Hosts are full names and are reached over TLS; plain HTTP is allowed only for a listed loopback
 * host, as in tests.
 *
 * @param names host names in lower case
 */
public record AllowedHosts(Set<String> names) {

  /** The hosts of the publishers' pages and files. */
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
  /** Matches IP addresses in any notation: a host that ends in a number is not a name. */
  private static final Pattern NUMBER = Pattern.compile("\\[.*|.*:.*|(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

  /**
   * Returns the address to request: changes {@code http:} of old links to {@code https:}, and adds {@code www.} where
   * the link leaves it out and only that host is allowed.
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

  /** Returns why an address must not be requested, as a part of a sentence; empty when it may be requested. */
  public Optional<String> refusal(URI address) {
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return Optional.of("its address begins with '%s:', and only https: is allowed".formatted(scheme));
    }
    String host = host(address);
    if (host.isEmpty()) {
      return Optional.of("its address names no host");
    }
    if (address.getRawUserInfo() != null) {
      return Optional.of("its address contains a user name");
    }
    boolean listed = names.contains(host);
    if (!listed && NUMBER.matcher(host).matches()) {
      return Optional.of("its host %s is a number, not a publisher's name".formatted(host));
    }
    if (!listed) {
      return Optional.of("%s is not a publisher's host".formatted(host));
    }
    boolean loopback = LOOPBACK.contains(host);
    if (scheme.equals("http") && !loopback) {
      return Optional.of("its address begins with 'http:', and only https: is allowed");
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
