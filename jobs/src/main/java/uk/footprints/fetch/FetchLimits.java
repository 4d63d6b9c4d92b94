package uk.footprints.fetch;

import java.time.Duration;

/**
 * How much is asked of a publisher's server, and how much is taken from it.
 *
 * @param connect time to be connected
 * @param silence longest time without a byte
 * @param whole longest time for one answer
 * @param pageBytes largest page
 * @param fileBytes largest file, as sent and as unpacked
 * @param tries requests for one address, the first included
 * @param firstPause before the second try; doubled before each further one
 * @param longestPause that a server may ask for; if it asks for more, its host is left alone for this run
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

  /** The largest published file that is known has 60 MB; pages have less than one. */
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
