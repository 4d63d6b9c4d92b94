package uk.footprints.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import uk.footprints.fetch.HttpExchange.Answer;
import uk.footprints.runtime.Clock;

/**
 * HTTP client for publishers' servers. Requests allowed hosts only, also after a redirect; sends one request at a time
 * with a pause in between; identifies itself; retries a few times with growing pauses or when the server says; and
 * stops sending requests to a host that asks for a long pause.
 */
public final class PoliteHttpClient {

  private final AllowedHosts hosts;
  private final FetchLimits limits;
  private final Clock clock;
  private final String agent;
  private final HttpExchange exchange;
  private final Map<String, Instant> lastRequest = new HashMap<>();
  private final Map<String, String> blockedHosts = new HashMap<>();

  /**
   * Creates a client.
   *
   * @param agent the user agent sent to servers
   */
  public PoliteHttpClient(AllowedHosts hosts, FetchLimits limits, Clock clock, String agent) {
    this.hosts = hosts;
    this.limits = limits;
    this.clock = clock;
    this.agent = agent;
    this.exchange = new HttpExchange(limits);
  }

  /** Returns the allowed hosts. */
  public AllowedHosts hosts() {
    return hosts;
  }

  FetchLimits limits() {
    return limits;
  }

  /** Request that can be repeated. */
  interface Request extends HttpExchange.BodyTarget {
    /** Returns the headers of the next try. */
    Map<String, String> headers() throws IOException;

    /** Discards the bytes received so far, which cannot be resumed. */
    default void restart() throws IOException {}
  }

  /**
   * Returns the response for an address: 200, 206, 304, 404 or 410. The body went to the request.
   *
   * @throws RefusedDownloadException when repeating the request would not help
   * @throws IOException when the last try failed
   */
  Answer get(URI address, Request request) throws IOException {
    refuse(address, "");
    String host = address.getHost();
    Duration pause = limits.firstPause();
    for (int attempt = 1; ; attempt++) {
      if (blockedHosts.containsKey(host)) {
        throw new IOException(blockedHosts.get(host));
      }
      String why;
      Optional<Duration> retryAfter = Optional.empty();
      boolean unreachable = false;
      try {
        Answer answer = following(address, request);
        int status = answer.status();
        if (answer.hasContent() || status == 304 || status == 404 || status == 410) {
          return answer;
        }
        if (answer.header("cf-mitigated").equalsIgnoreCase("challenge")) {
          throw new RefusedDownloadException(
              "the server answers with a check for browsers (" + status + ")", 403);
        }
        if (status == 416) {
          request.restart();
        } else if (status < 500 && status != 408 && status != 425 && status != 429) {
          throw new RefusedDownloadException("the server refuses it (" + status + ")", status);
        }
        why = "the server answered " + status;
        retryAfter = retryAfter(answer);
      } catch (RefusedDownloadException | LocalWriteException e) {
        throw e;
      } catch (SSLException e) {
        throw new RefusedDownloadException(FetchMessages.failure(e));
      } catch (IOException e) {
        why = FetchMessages.failure(e);
        unreachable = e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
      }
      if (retryAfter.isPresent() && retryAfter.get().compareTo(limits.longestPause()) > 0) {
        blockedHosts.put(host, host + " asks for no requests for " + FetchMessages.time(retryAfter.get()));
        throw new IOException(blockedHosts.get(host));
      }
      if (attempt >= limits.tries()) {
        if (unreachable) {
          blockedHosts.put(host, why + " (" + host + ")");
        }
        throw new IOException(why + ", " + FetchMessages.times(attempt));
      }
      clock.pause(retryAfter.isPresent() && retryAfter.get().compareTo(pause) > 0 ? retryAfter.get() : pause);
      pause = pause.multipliedBy(2);
    }
  }

  private Answer following(URI address, Request request) throws IOException {
    URI at = address;
    Set<URI> seen = new HashSet<>();
    while (seen.add(at)) {
      if (seen.size() > limits.redirects() + 1) {
        throw new RefusedDownloadException("it redirects more than " + FetchMessages.times(limits.redirects()));
      }
      Map<String, String> headers = new LinkedHashMap<>(request.headers());
      headers.put("User-Agent", agent);
      // Uncompressed bytes, so that ranges and validators refer to the file itself.
      headers.put("Accept-Encoding", "identity");
      keepPace(at.getHost());
      Answer answer = exchange.get(at, headers, request);
      boolean redirect = answer.status() >= 301 && answer.status() <= 308 && answer.status() != 304;
      if (!redirect || answer.header("Location").isEmpty()) {
        return answer;
      }
      URI from = at;
      at =
          PageLink.address(answer.header("Location"))
              .map(to -> hosts.secured(PageLink.resolved(from, to)))
              .orElseThrow(() -> new RefusedDownloadException("it redirects to something that is not an address"));
      refuse(at, "it redirects, but ");
    }
    throw new RefusedDownloadException("its redirects form a loop");
  }

  private void refuse(URI address, String before) throws RefusedDownloadException {
    Optional<String> why = hosts.refusal(address);
    if (why.isPresent()) {
      throw new RefusedDownloadException(before + why.get());
    }
  }

  private void keepPace(String host) throws IOException {
    Instant last = lastRequest.get(host);
    if (last != null) {
      Duration wait = limits.pace().minus(Duration.between(last, clock.now()));
      if (!wait.isNegative() && !wait.isZero()) {
        clock.pause(wait);
      }
    }
    lastRequest.put(host, clock.now());
  }

  /** Returns the pause of a {@code Retry-After} header, which has seconds or a date. */
  private Optional<Duration> retryAfter(Answer answer) {
    String value = answer.header("Retry-After").strip();
    if (value.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(clock.now(), then);
      return wait.isNegative() ? Optional.empty() : Optional.of(wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
