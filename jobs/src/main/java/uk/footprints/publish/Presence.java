package uk.footprints.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import uk.footprints.run.Fixable;
import uk.footprints.run.Store;

/**
 * A look at a release before it is read: all files of its tables are there, with the sizes of its manifest. A table
 * with a file missing would answer as if its rows were never published. {@link Verifying} reads the bytes as well.
 */
public final class Presence {

  private static final String PAGES = "reports/";

  private Presence() {}

  /**
   * Refuses a release that lacks a file, or has one that is too short.
   *
   * @throws Fixable with the first such file, and how to mend it
   */
  public static void require(Release release) throws IOException {
    Store store = release.store();
    String folder = "releases/" + release.id();
    Map<String, Long> sizes = new HashMap<>();
    int base = store.fs().makeQualified(store.path(folder)).toUri().getPath().length() + 1;
    for (FileStatus file : store.list(folder)) {
      sizes.put(file.getPath().toUri().getPath().substring(base), file.getLen());
    }
    for (JsonNode file : manifest(release)) {
      String path = file.path("path").asText();
      long bytes = file.path("bytes").asLong();
      if (!path.startsWith(PAGES) && !sizes.getOrDefault(path, -1L).equals(bytes)) {
        throw damaged(
            release,
            sizes.containsKey(path)
                ? "%s has %,d bytes, and was written with %,d".formatted(path, sizes.get(path), bytes)
                : path + " is missing");
      }
    }
  }

  private static JsonNode manifest(Release release) throws IOException {
    Optional<String> text = release.store().findText("releases/" + release.id() + "/" + Release.MANIFEST);
    try {
      return new ObjectMapper()
          .readTree(text.orElseThrow(() -> damaged(release, Release.MANIFEST + " is missing")))
          .path("files");
    } catch (JsonProcessingException e) {
      throw damaged(release, Release.MANIFEST + " cannot be read");
    }
  }

  private static Fixable damaged(Release release, String what) {
    String store = release.store().root();
    return Fixable.data(
        "Release %s in %s is damaged: %s.".formatted(release.id(), store, what),
        "footprints verify --at %s --mend".formatted(store));
  }
}
