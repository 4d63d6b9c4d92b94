package uk.footprints.fetch;

import java.time.Duration;

/**
 * Limits for requests to publishers' servers and for the size of downloads.
 *
 * @param connect longest time to connect
 * @param silence longest time without receiving a byte
 * @param whole longest time for one response
 * @param pageBytes largest size of a page
 * @param fileBytes largest size of a file, as sent and as unpacked
 * @param tries most requests for one address, including the first
 * @param firstPause pause before the second try; doubled before each further one
 * @param longestPause longest pause that a server may request; if it requests more, the run sends it no further
 *     requests
 * @param pace least time between two requests to a host
 * @param redirects most redirects for one address
 */
public record FetchLimits(
    Duration connect,
    Duration silence,
    Duration whole,
    long pageBytes,
    long fileBytes,
    int tries,
    Duration firstPause,
    Duration longestPause,
    Duration pace,
    int redirects) {

  /** The default limits. The largest known published file has 60 MB; pages have less than 1 MB. */
  public static final FetchLimits USUAL =
      new FetchLimits(
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          Duration.ofMinutes(15),
          8L << 20,
          256L << 20,
          4,
          Duration.ofSeconds(2),
          Duration.ofMinutes(2),
          Duration.ofSeconds(1),
          5);
}
