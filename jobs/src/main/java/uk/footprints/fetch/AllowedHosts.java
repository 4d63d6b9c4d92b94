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
              "www.ons.gov.uk"));

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");
  /** Four numbers, one number, hexadecimal or octal ones, or IPv6: whatever ends in a number is no name. */
  private static final Pattern NUMBER = Pattern.compile("\\[.*|.*:.*|(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

  /** The address as it is asked: publishers' old links begin with {@code http:}. */
  public URI secured(URI address) {
    boolean plain = "http".equalsIgnoreCase(address.getScheme()) && !LOOPBACK.contains(host(address));
    return plain && names.contains(host(address)) && address.getPort() == -1
        ? URI.create("https" + address.toString().substring(4))
        : address;
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
