package uk.footprints.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import uk.footprints.runtime.UserException;

/**
 * A look at a release before it is read: all files of its tables are there, with the sizes of its manifest. A table
 * with a file missing would answer as if its rows were never published. {@link ReleaseVerifier} reads the bytes as well.
 */
public final class ReleaseIntegrityCheck {

  private static final String PAGES = "reports/";

  private ReleaseIntegrityCheck() {}

  /**
   * Refuses a release that lacks a file, or has one that is too short.
   *
   * @throws UserException with the first such file, and how to mend it
   */
  public static void require(Release release) throws IOException {
    Map<String, FileStatus> there = release.files();
    JsonNode files = new ReleaseStore(release.store()).manifest(release.id()).path("files");
    if (files.isEmpty()) {
      throw damaged(release, Release.MANIFEST + " is missing or cannot be read");
    }
    for (JsonNode file : files) {
      String path = file.path("path").asText();
      long bytes = file.path("bytes").asLong();
      if (path.startsWith(PAGES)) {
        continue;
      }
      if (!there.containsKey(path)) {
        throw damaged(release, path + " is missing");
      }
      if (there.get(path).getLen() != bytes) {
        throw damaged(
            release, "%s has %,d bytes, and was written with %,d".formatted(path, there.get(path).getLen(), bytes));
      }
    }
  }

  private static UserException damaged(Release release, String what) {
    String store = release.store().root();
    return UserException.data(
        "Release %s in %s is damaged: %s.".formatted(release.id(), store, what),
        "footprints verify --at %s".formatted(store));
  }
}
