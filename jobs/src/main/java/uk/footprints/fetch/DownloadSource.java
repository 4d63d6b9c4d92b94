package uk.footprints.fetch;

import java.util.List;

/**
 * How files of a dataset are had from their publisher.
 *
 * @param landings where they are linked from; none when they have to be downloaded by hand
 * @param byHand why they have to be; empty otherwise
 */
public record DownloadSource(List<LandingPage> landings, String byHand) {

  /** From these pages. */
  public static DownloadSource from(LandingPage... landings) {
    return new DownloadSource(List.of(landings), "");
  }

  /** Only by hand, and why: one sentence. */
  public static DownloadSource byHand(String why) {
    return new DownloadSource(List.of(), why);
  }
}
