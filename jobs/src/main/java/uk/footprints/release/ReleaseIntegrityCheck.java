package uk.footprints.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import uk.footprints.runtime.UserException;

/**
 * Checks a release before it is read: all files of its tables exist, with the sizes in its manifest. A table with a
 * missing file would look as if its rows were never published. {@link ReleaseVerifier} checks the hashes as well.
 */
public final class ReleaseIntegrityCheck {

  private static final String PAGES = "reports/";

  private ReleaseIntegrityCheck() {}

  /**
   * Refuses a release that lacks a file or has one of another size.
   *
   * @throws UserException with the first such file and the command that checks the release
   */
  public static void require(Release release) throws IOException {
    Map<String, FileStatus> statuses = release.files();
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
      if (!statuses.containsKey(path)) {
        throw damaged(release, path + " is missing");
      }
      if (statuses.get(path).getLen() != bytes) {
        throw damaged(
            release, "%s has %,d bytes instead of %,d".formatted(path, statuses.get(path).getLen(), bytes));
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
