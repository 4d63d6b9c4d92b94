package uk.footprints.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import uk.footprints.storage.Store;

/** Holds the files of a release, and the archived files that it was made of, against its manifest. */
public final class ReleaseVerifier {

  /** The manifest does not list itself; releases made by 0.1.0 did not list the other. */
  private static final Set<String> UNLISTED = Set.of("manifest.json", "datapackage.json");

  private final Store store;
  private final String release;
  private final List<Fault> faults = new ArrayList<>();
  private final List<Wanted> wanted = new ArrayList<>();
  private final Map<String, FileStatus> there = new HashMap<>();
  private int files;
  private int inputs;

  private ReleaseVerifier(Store store, String release) {
    this.store = store;
    this.release = release;
  }

  /** A file as it was written; fewer than no bytes where that was not kept. */
  private record Wanted(String below, String sha, long bytes) {}

  /** What is wrong with a file: its path below the store, and a part of a sentence. */
  public record Fault(String file, String why) {}

  /**
   * What was found.
   *
   * @param files of the release that were read
   * @param inputs of the archive that were read
   * @param faults what is wrong; none when all is well
   */
  public record Verified(int files, int inputs, List<Fault> faults) {}

  /** Reads every file of a release and every archived file that it was made of. */
  public static Verified verify(Store store, String release) throws IOException {
    ReleaseVerifier verifying = new ReleaseVerifier(store, release);
    verifying.run();
    return new Verified(verifying.files, verifying.inputs, List.copyOf(verifying.faults));
  }

  private void run() throws IOException {
    String folder = "releases/" + release + "/";
    Optional<String> text = store.findText(folder + "manifest.json");
    if (text.isEmpty()) {
      faults.add(new Fault(folder + "manifest.json", "it is missing, so nothing can be held against it"));
      return;
    }
    JsonNode manifest;
    try {
      manifest = new ObjectMapper().readTree(text.get());
    } catch (JsonProcessingException e) {
      faults.add(new Fault(folder + "manifest.json", "it is damaged, so nothing can be held against it"));
      return;
    }
    Set<String> listed = new HashSet<>();
    for (JsonNode file : manifest.path("files")) {
      String path = file.path("path").asText();
      listed.add(path);
      files++;
      wanted.add(new Wanted(folder + path, file.path("sha256").asText(), file.path("bytes").asLong()));
    }
    new Release(store, release)
        .files()
        .forEach(
            (path, status) -> {
              there.put(folder + path, status);
              if (!listed.contains(path) && !UNLISTED.contains(path)) {
                faults.add(new Fault(folder + path, "it is not in the manifest"));
              }
            });
    Set<String> seen = new HashSet<>();
    for (JsonNode input : manifest.path("inputs")) {
      String sha = input.path("sha256").asText();
      // Records of patients are never archived.
      if (sha.length() == 64 && input.path("archived").asBoolean(true) && seen.add(sha)) {
        inputs++;
        wanted.add(new Wanted("archive/" + sha.substring(0, 2) + "/" + sha, sha, -1));
      }
    }
    // Hashing one file after the other would leave the disk idle.
    wanted.parallelStream().map(this::check).flatMap(Optional::stream).forEachOrdered(faults::add);
  }

  private Optional<Fault> check(Wanted file) {
    try {
      FileStatus listed = there.get(file.below());
      FileStatus status = listed == null ? store.fs().getFileStatus(store.path(file.below())) : listed;
      if (file.bytes() >= 0 && status.getLen() != file.bytes()) {
        String why = "it has %,d bytes, and the manifest says %,d".formatted(status.getLen(), file.bytes());
        return Optional.of(new Fault(file.below(), why));
      }
      return store.sha256(status).equals(file.sha())
          ? Optional.empty()
          : Optional.of(new Fault(file.below(), "its bytes are not those that were written (SHA-256)"));
    } catch (FileNotFoundException e) {
      return Optional.of(new Fault(file.below(), "it is missing"));
    } catch (IOException e) {
      return Optional.of(new Fault(file.below(), "it cannot be read (" + e.getMessage() + ")"));
    }
  }
}
