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

/** Checks the files of a release, and the archived files that it was made from, against its manifest. */
public final class ReleaseVerifier {

  /** Files that the manifest need not list: itself, and in releases made by 0.1.0 the data package. */
  private static final Set<String> UNLISTED = Set.of("manifest.json", "datapackage.json");

  private final Store store;
  private final String release;
  private final List<Fault> faults = new ArrayList<>();
  private final List<ExpectedFile> expected = new ArrayList<>();
  private final Map<String, FileStatus> statuses = new HashMap<>();
  private int files;
  private int inputs;

  private ReleaseVerifier(Store store, String release) {
    this.store = store;
    this.release = release;
  }

  /** A file as it should be; bytes are -1 if the size is not known. */
  private record ExpectedFile(String path, String sha, long bytes) {}

  /** A fault of a file: its path below the store, and a clause that says what is wrong. */
  public record Fault(String file, String why) {}

  /**
   * The result of a verification.
   *
   * @param files how many files of the release were read
   * @param inputs how many files of the archive were read
   * @param faults what is wrong; none if all files are as expected
   */
  public record Verified(int files, int inputs, List<Fault> faults) {}

  /** Reads every file of a release and every archived file that it was made from. */
  public static Verified verify(Store store, String release) throws IOException {
    ReleaseVerifier verifier = new ReleaseVerifier(store, release);
    verifier.run();
    return new Verified(verifier.files, verifier.inputs, List.copyOf(verifier.faults));
  }

  private void run() throws IOException {
    String folder = "releases/" + release + "/";
    Optional<String> text = store.findText(folder + "manifest.json");
    if (text.isEmpty()) {
      faults.add(new Fault(folder + "manifest.json", "it is missing, so the release cannot be verified"));
      return;
    }
    JsonNode manifest;
    try {
      manifest = new ObjectMapper().readTree(text.get());
    } catch (JsonProcessingException e) {
      faults.add(new Fault(folder + "manifest.json", "it is damaged, so the release cannot be verified"));
      return;
    }
    Set<String> listed = new HashSet<>();
    for (JsonNode file : manifest.path("files")) {
      String path = file.path("path").asText();
      listed.add(path);
      files++;
      expected.add(new ExpectedFile(folder + path, file.path("sha256").asText(), file.path("bytes").asLong()));
    }
    new Release(store, release)
        .files()
        .forEach(
            (path, status) -> {
              statuses.put(folder + path, status);
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
        expected.add(new ExpectedFile("archive/" + sha.substring(0, 2) + "/" + sha, sha, -1));
      }
    }
    // Hashing one file after the other would leave the disk idle.
    expected.parallelStream().map(this::check).flatMap(Optional::stream).forEachOrdered(faults::add);
  }

  private Optional<Fault> check(ExpectedFile file) {
    try {
      FileStatus listed = statuses.get(file.path());
      FileStatus status = listed == null ? store.fs().getFileStatus(store.path(file.path())) : listed;
      if (file.bytes() >= 0 && status.getLen() != file.bytes()) {
        String why = "it has %,d bytes instead of %,d".formatted(status.getLen(), file.bytes());
        return Optional.of(new Fault(file.path(), why));
      }
      return store.sha256(status).equals(file.sha())
          ? Optional.empty()
          : Optional.of(new Fault(file.path(), "its contents have changed (SHA-256 differs)"));
    } catch (FileNotFoundException e) {
      return Optional.of(new Fault(file.path(), "it is missing"));
    } catch (IOException e) {
      return Optional.of(new Fault(file.path(), "it cannot be read (" + e.getMessage() + ")"));
    }
  }
}
