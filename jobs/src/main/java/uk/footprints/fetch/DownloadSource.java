package uk.footprints.fetch;

import java.util.List;

/**
 * Describes how the files of a dataset are obtained from their publisher.
 *
 * @param landings pages that link the files; empty when the files have to be downloaded by hand
 * @param byHand why the files have to be downloaded by hand; empty otherwise
 */
public record DownloadSource(List<LandingPage> landings, String byHand) {

  /** Returns a source that downloads from these pages. */
  public static DownloadSource from(LandingPage... landings) {
    return new DownloadSource(List.of(landings), "");
  }

  /** Returns a source without automatic download; {@code why} is one sentence. */
  public static DownloadSource byHand(String why) {
    return new DownloadSource(List.of(), why);
  }
}
