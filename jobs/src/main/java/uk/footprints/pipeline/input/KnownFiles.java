package uk.footprints.pipeline.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.footprints.spark.Versions;
import uk.footprints.storage.Store;

/**
 * The input files that the last run from a folder identified. A file with the same size and time of change, or the same
 * tag on an object store, is known again and its bytes are not read. The store has them in {@code inputs/}, a file for
 * each input folder. A missing or damaged file is no error: then all input files are read.
 *
 * @param byPath what is known of each file, by its path
 */
public record KnownFiles(Map<String, Known> byPath) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A file changed this short a time before it was listed may change again within the same tick of the clock. */
  private static final long TICK_MILLIS = 100;

  /**
   * A file that was identified.
   *
   * @param path its path below the input folder
   * @param bytes its size then
   * @param modified its time of change then
   * @param etag its tag then; empty where the file system gives none
   * @param identity what its bytes are
   */
  record Known(String path, long bytes, long modified, String etag, FileIdentity identity) {

    boolean is(ListedFile file) {
      return bytes == file.bytes() && etag.equals(file.etag()) && (!etag.isEmpty() || modified == file.modified());
    }
  }

  /** The content of the file in the store. */
  private record Saved(String build, String root, List<Known> files) {}

  /** Knows nothing, so that every file is read. */
  public static KnownFiles none() {
    return new KnownFiles(Map.of());
  }

  /** Returns what the last run of this build of the program knew of the files of a folder. */
  public static KnownFiles read(Store store, FolderFiles folder) throws IOException {
    Optional<String> text = store.findText(path(folder));
    if (text.isEmpty()) {
      return none();
    }
    try {
      Saved saved = JSON.readValue(text.get(), Saved.class);
      Map<String, Known> byPath = new HashMap<>();
      if (Versions.build().equals(saved.build())) {
        saved.files().forEach(file -> byPath.put(file.path(), file));
      }
      return new KnownFiles(byPath);
    } catch (JsonProcessingException | RuntimeException e) {
      return none();
    }
  }

  /** Returns the identity of a file; empty where its bytes must be read. */
  public Optional<FileIdentity> find(ListedFile file) {
    return Optional.ofNullable(byPath.get(file.path())).filter(known -> known.is(file)).map(Known::identity);
  }

  /**
   * Writes what is known of the files of a folder.
   *
   * @param listedAt when the folder was listed
   */
  public static void write(
      Store store, FolderFiles folder, Map<String, FileIdentity> identities, Instant listedAt) throws IOException {
    List<Known> files = new ArrayList<>();
    for (ListedFile file : folder.files()) {
      boolean settled = !file.etag().isEmpty() || Math.abs(listedAt.toEpochMilli() - file.modified()) > TICK_MILLIS;
      if (settled) {
        files.add(
            new Known(file.path(), file.bytes(), file.modified(), file.etag(), identities.get(file.path())));
      }
    }
    store.writeText(path(folder), JSON.writeValueAsString(new Saved(Versions.build(), folder.root(), files)));
  }

  private static String path(FolderFiles folder) {
    String hash = Store.sha256(folder.root().getBytes(StandardCharsets.UTF_8));
    return "inputs/" + hash.substring(0, 16) + ".json";
  }
}
