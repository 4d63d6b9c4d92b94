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
 * Asks politely: allowed hosts only, also after a redirect; one request at a time, with a pause between two; says who
 * asks; tries again a few times, more and more slowly, or when the server says; and leaves a host alone that wants it.
 */
public final class PoliteHttpClient {

  private final AllowedHosts hosts;
  private final FetchLimits limits;
  private final Clock clock;
  private final String agent;
  private final HttpExchange exchange;
  private final Map<String, Instant> lastAsked = new HashMap<>();
  private final Map<String, String> leftAlone = new HashMap<>();

  /**
   * A way to the web.
   *
   * @param agent who asks, as servers are told
   */
  public PoliteHttpClient(AllowedHosts hosts, FetchLimits limits, Clock clock, String agent) {
    this.hosts = hosts;
    this.limits = limits;
    this.clock = clock;
    this.agent = agent;
    this.exchange = new HttpExchange(limits);
  }

  /** The hosts that may be asked. */
  public AllowedHosts hosts() {
    return hosts;
  }

  FetchLimits limits() {
    return limits;
  }

  /** Something to ask for. */
  interface Request extends HttpExchange.Taking {
    /** Headers of the next try. */
    Map<String, String> headers() throws IOException;

    /** Forgets what came so far: it cannot be gone on with. */
    default void restart() throws IOException {}
  }

  /**
   * The answer for an address: 200, 206, 304, 404 or 410. The bytes went to the request.
   *
   * @throws RefusedDownloadException when asking again would not mend it
   * @throws IOException when it was tried often enough
   */
  Answer ask(URI address, Request request) throws IOException {
    refuse(address, "");
    String host = address.getHost();
    Duration pause = limits.firstPause();
    for (int tried = 1; ; tried++) {
      if (leftAlone.containsKey(host)) {
        throw new IOException(leftAlone.get(host));
      }
      String why;
      Optional<Duration> asked = Optional.empty();
      boolean unreachable = false;
      try {
        Answer answer = following(address, request);
        int status = answer.status();
        if (answer.brings() || status == 304 || status == 404 || status == 410) {
          return answer;
        }
        if (answer.header("cf-mitigated").equalsIgnoreCase("challenge")) {
          throw new RefusedDownloadException("the server answers with a page that only browsers pass (" + status + ")", 403);
        }
        if (status == 416) {
          request.restart();
        } else if (status < 500 && status != 408 && status != 425 && status != 429) {
          throw new RefusedDownloadException("the server does not give it (" + status + ")", status);
        }
        why = "the server answered " + status;
        asked = retryAfter(answer);
      } catch (RefusedDownloadException | LocalWriteException e) {
        throw e;
      } catch (SSLException e) {
        throw new RefusedDownloadException(FetchMessages.failure(e));
      } catch (IOException e) {
        why = FetchMessages.failure(e);
        unreachable = e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
      }
      if (asked.isPresent() && asked.get().compareTo(limits.longestPause()) > 0) {
        leftAlone.put(host, host + " asks to be left alone for " + FetchMessages.time(asked.get()));
        throw new IOException(leftAlone.get(host));
      }
      if (tried >= limits.tries()) {
        if (unreachable) {
          leftAlone.put(host, why + " (" + host + ")");
        }
        throw new IOException(why + ", " + FetchMessages.times(tried));
      }
      clock.pause(asked.isPresent() && asked.get().compareTo(pause) > 0 ? asked.get() : pause);
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
      // Bytes as they are kept: a range, and what tells a change, are then of the file itself.
      headers.put("Accept-Encoding", "identity");
      keepPace(at.getHost());
      Answer answer = exchange.get(at, headers, request);
      boolean elsewhere = answer.status() >= 301 && answer.status() <= 308 && answer.status() != 304;
      if (!elsewhere || answer.header("Location").isEmpty()) {
        return answer;
      }
      URI from = at;
      at =
          PageLink.address(answer.header("Location"))
              .map(to -> hosts.secured(from.resolve(to)))
              .orElseThrow(() -> new RefusedDownloadException("it redirects to what is no address"));
      refuse(at, "it redirects, but ");
    }
    throw new RefusedDownloadException("its redirects go round in a circle");
  }

  private void refuse(URI address, String before) throws RefusedDownloadException {
    Optional<String> why = hosts.refusal(address);
    if (why.isPresent()) {
      throw new RefusedDownloadException(before + why.get());
    }
  }

  private void keepPace(String host) throws IOException {
    Instant last = lastAsked.get(host);
    if (last != null) {
      Duration wait = limits.pace().minus(Duration.between(last, clock.now()));
      if (!wait.isNegative() && !wait.isZero()) {
        clock.pause(wait);
      }
    }
    lastAsked.put(host, clock.now());
  }

  /** Seconds, or a date. */
  private Optional<Duration> retryAfter(Answer answer) {
    String said = answer.header("Retry-After").strip();
    if (said.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(said)));
    }
    try {
      Instant then = ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(clock.now(), then);
      return wait.isNegative() ? Optional.empty() : Optional.of(wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
