package uk.footprints.site;

import java.util.Set;

/**
 * The release before this one, from which a page shows what is new.
 *
 * @param release the release that readers saw until now; empty where there was none
 * @param files SHA-256 of the source files of that release
 */
public record ReleaseNews(String release, Set<String> files) {

  /** The value for the first release of a store. */
  public static final ReleaseNews FIRST = new ReleaseNews("", Set.of());

  boolean first() {
    return release.isEmpty();
  }
}
