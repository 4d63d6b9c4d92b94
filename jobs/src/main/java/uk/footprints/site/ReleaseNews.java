package uk.footprints.site;

import java.util.Set;

/**
 * What there was before this release, so that a page can say what is new.
 *
 * @param release the release that readers saw until now; empty where there was none
 * @param files SHA-256 of the files that it was made of
 */
public record ReleaseNews(String release, Set<String> files) {

  /** The first release of a store. */
  public static final ReleaseNews FIRST = new ReleaseNews("", Set.of());

  boolean first() {
    return release.isEmpty();
  }
}
