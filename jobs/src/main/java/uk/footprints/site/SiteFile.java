package uk.footprints.site;

import java.util.function.Supplier;

/**
 * A file of the site, made when it is written: a release has hundreds, and they need not all be in memory.
 *
 * @param path below the release
 * @param content makes its bytes
 */
public record SiteFile(String path, Supplier<byte[]> content) {

  /** Where the site lies in a release. */
  static final String FOLDER = "reports/";

  /** A page or script below {@link #FOLDER}. */
  static SiteFile of(String path, Supplier<byte[]> content) {
    return new SiteFile(FOLDER + path, content);
  }

  /** Its bytes. */
  public byte[] bytes() {
    return content.get();
  }
}
