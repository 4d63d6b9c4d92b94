package uk.footprints.site;

import java.util.function.Supplier;

/**
 * A file of the site. Its content is built when it is written, so that hundreds of files are not in memory at once.
 *
 * @param path below the release
 * @param content builds its bytes
 */
public record SiteFile(String path, Supplier<byte[]> content) {

  /** The folder of the site in a release. */
  static final String FOLDER = "reports/";

  /** Returns a page or script below {@link #FOLDER}. */
  static SiteFile of(String path, Supplier<byte[]> content) {
    return new SiteFile(FOLDER + path, content);
  }

  /** Returns the bytes of the file. */
  public byte[] bytes() {
    return content.get();
  }
}
